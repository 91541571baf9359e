import { describe, expect, it } from 'vitest';
import type { ByteImage } from '../imaging/image.ts';
import { fiveClusters } from '../imaging/spots/five-clusters.ts';
import { addSpots } from './add-spots.ts';
import type { OpticsRecipe, SpotsRecipe } from './spots-recipe.ts';

const SIDE = 64;
const LABELS = { width: SIDE, height: SIDE, data: new Uint16Array(SIDE * SIDE).fill(4) };
const TRUTH = { labels: LABELS, nuclei: null };
const SPOTS: SpotsRecipe = {
  seed: 2,
  clusters: fiveClusters(LABELS),
  scatters: [],
  radius: { from: 1, to: 2 },
  intensity: { from: 60, to: 200 },
  fallOff: 0.5,
  rendering: 'gaussian',
  spotModel: null,
  composite: { mode: 'sum', opacity: 1 },
};
const OPTICS: OpticsRecipe = { psfSigma: 1, photonsAtWhite: 60, readNoise: 2, offset: 9, seed: 3 };

function grey(level: number): ByteImage {
  return { width: SIDE, height: SIDE, channels: 1, data: new Uint8Array(SIDE * SIDE).fill(level) };
}

function sumOf(image: ByteImage | null): number {
  return [...(image?.data ?? [])].reduce((sum, level) => sum + level, 0);
}

describe('addSpots', () => {
  it('adds light that saturates, and knows every spot', async () => {
    const cells = grey(100);
    const { image, spots } = await addSpots(cells, TRUTH, { spots: SPOTS, optics: null }, null);
    if (!image || !spots) throw new Error('nothing was made');
    expect(spots.list.length).toBe(210);
    expect(spots.list.every(({ cell }) => cell === 4)).toBe(true);
    image.data.forEach((level, at) => {
      expect(level).toBe(Math.min(255, 100 + spots.light.data[at]));
    });
    expect(image.data.some((level) => level === 255)).toBe(true);
  });

  it('lays spots on black without an image', async () => {
    const { image, spots } = await addSpots(null, TRUTH, { spots: SPOTS, optics: null }, null);
    expect(image).toEqual(spots?.light);
  });

  it('has the optics act on images without spots, and on nothing where there is no image', async () => {
    const only = { spots: null, optics: OPTICS };
    const { image, spots } = await addSpots(grey(100), TRUTH, only, null);
    expect(spots).toBeNull();
    const mean = sumOf(image) / SIDE ** 2;
    expect(Math.abs(mean - 109)).toBeLessThan(5 * Math.sqrt((100 * 255) / 60 / SIDE ** 2) + 0.1);
    expect(new Set(image?.data).size).toBeGreaterThan(20);
    expect(await addSpots(null, TRUTH, only, null)).toEqual({ image: null, spots: null });
    const untouched = grey(100);
    const plain = await addSpots(untouched, TRUTH, { spots: null, optics: null }, null);
    expect(plain.image).toBe(untouched);
  });

  it('sums light beyond white before the optics where it is physical', async () => {
    const bright = { ...SPOTS, intensity: { from: 255, to: 255 } };
    const blur = { ...OPTICS, photonsAtWhite: 0, readNoise: 0, offset: 0, psfSigma: 2 };
    const made = async (mode: 'sum' | 'physical') => {
      const spots = { ...bright, composite: { mode, opacity: 1 } };
      const { image } = await addSpots(grey(0), TRUTH, { spots, optics: blur }, null);
      return sumOf(image);
    };
    expect(await made('physical')).toBeGreaterThan(1.05 * (await made('sum')));
  });

  it('reads the intensity of spots from what the model makes of the mask', async () => {
    const render = async (mask: ByteImage): Promise<ByteImage> => ({
      ...mask,
      channels: 3,
      data: Uint8Array.from({ length: mask.data.length * 3 }, (_, at) =>
        at % 3 === 1 && mask.data[Math.floor(at / 3)] ? 77 : 5,
      ),
    });
    const { image, spots } = await addSpots(
      grey(10),
      TRUTH,
      { spots: { ...SPOTS, rendering: 'model' }, optics: null },
      render,
    );
    expect(new Set(spots?.list.map(({ intensity }) => intensity))).toEqual(new Set([77]));
    expect(image?.channels).toBe(3);
    expect([...(image?.data.subarray(0, 3) ?? [])]).toEqual(
      spots?.mask.data[0] ? [15, 87, 15] : [15, 15, 15],
    );
  });

  it('asks no model for the light of no spots', async () => {
    const render = () => Promise.reject(new Error('asked'));
    const recipe = { spots: { ...SPOTS, clusters: [] }, optics: null };
    const { image, spots } = await addSpots(grey(10), TRUTH, recipe, render);
    expect(image).toEqual(grey(10));
    expect(spots?.list).toEqual([]);
  });
});
