import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readLevels } from '../../imaging/read-levels.ts';
import { useBackend } from '../../nn/backend/use-backend.ts';
import * as tf from '../../nn/tf.ts';
import { loadUNet2d } from '../../nn/unet2d/load-unet2d.ts';
import { expectWeights } from '../expect-weights.ts';
import { drawDiscs } from '../fixtures/drawn-discs.ts';
import { shippedModel } from '../fixtures/shipped-model.ts';
import { predictInWindows } from '../predict-in-windows.ts';
import { standardise } from './standardise.ts';
import { openUNet2dSegmenter } from './unet2d-segmenter.ts';

const MODEL = shippedModel('unet2d-nuclei-broad');

/** A 16-bit picture of the model zoo's test pair. */
function levelsOf(name: string) {
  const path = new URL(`./fixtures/${name}`, import.meta.url);
  const [{ width, height, data }] = readLevels(readFileSync(path), name);
  return { width, height, channels: 1, data: Float32Array.from(data) };
}

function network() {
  const { manifest, weights } = expectWeights('unet2d', MODEL);
  return loadUNet2d(manifest.config, weights);
}

describe('UNet2D-nuclei-broad', () => {
  beforeAll(() => useBackend('wasm'));

  it('gives what the model zoo says it gives, and frees all it took', async () => {
    const unet = network();
    const { data } = await unet.predict(standardise(levelsOf('test-input.png')));
    const expected = levelsOf('test-output.png').data;
    const worst = data.reduce((most, p, i) => Math.max(most, Math.abs(p - expected[i] / 65535)), 0);
    expect(worst).toBeLessThan(1e-4);
    unet.dispose();
    expect(tf.memory().numTensors).toBe(0);
  });

  it('gives in windows what it gives as a whole', async () => {
    const unet = network();
    const discs = [30, 90, 150, 210].map((x, i) => ({ x, y: 40 + 20 * i, radius: 12 }));
    const image = standardise(drawDiscs(237, 141, discs).image);
    const rules = { multiple: unet.multiple, margin: 96 };
    const whole = await predictInWindows(image, { ...rules, core: 1024 }, unet.predict);
    const windows = await predictInWindows(image, { ...rules, core: 64 }, unet.predict);
    expect(windows.width).toBe(237);
    expect(windows.data.length).toBe(whole.data.length);
    const worst = whole.data.reduce(
      (most, p, i) => Math.max(most, Math.abs(p - windows.data[i])),
      0,
    );
    expect(worst).toBeLessThan(1e-5);
    unet.dispose();
  });

  it('finds discs, and cuts two that touch', async () => {
    const segmenter = openUNet2dSegmenter(MODEL);
    const discs = [
      { x: 30, y: 30, radius: 12 },
      { x: 70, y: 70, radius: 12 },
      { x: 91, y: 70, radius: 12 },
    ];
    const { image } = drawDiscs(128, 112, discs);
    const found = await segmenter.segment(image, {});
    const idAt = ({ x, y }: { x: number; y: number }) => found.labels.data[y * 128 + x];
    expect(new Set(discs.map(idAt))).toEqual(new Set([1, 2, 3]));
    expect(found.scores).toHaveLength(3);
    expect(found.facts).toEqual({ instance_step: 'watershed' });
    const joined = await segmenter.segment(image, { instance_step: 'components' });
    expect(Math.max(...joined.labels.data)).toBe(2);
    segmenter.dispose();
    expect(tf.memory().numTensors).toBe(0);
  });

  it('finds nothing in an empty image, and takes one pixel and colours', async () => {
    const segmenter = openUNet2dSegmenter(MODEL);
    const { image } = drawDiscs(40, 24, []);
    expect(Math.max(...(await segmenter.segment(image, {})).labels.data)).toBe(0);
    const pixel = { ...image, width: 1, height: 1, data: Float32Array.of(7) };
    expect((await segmenter.segment(pixel, {})).labels.data).toHaveLength(1);
    const colours = { ...image, width: 20, height: 16, channels: 3 };
    expect((await segmenter.segment(colours, {})).labels.data).toHaveLength(320);
    segmenter.dispose();
  });

  it('refuses weights of nothing', () => {
    expect(() => openUNet2dSegmenter(null)).toThrow(
      expect.objectContaining({ code: 'wrong-architecture' }),
    );
  });

  it('stops when it is told to', async () => {
    const segmenter = openUNet2dSegmenter(MODEL);
    const { image } = drawDiscs(64, 64, []);
    await expect(
      segmenter.segment(image, {}, { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: 'cancelled' });
    segmenter.dispose();
    expect(tf.memory().numTensors).toBe(0);
  });
});
