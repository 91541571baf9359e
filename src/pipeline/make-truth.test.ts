import { describe, expect, it } from 'vitest';
import type { ByteImage } from '../imaging/image.ts';
import { makeTruth } from './make-truth.ts';
import type { TruthRecipe } from './recipe.ts';

const LEVELS: Record<string, number> = { '.': 0, o: 100, '#': 250 };

function picture(...rows: string[]): ByteImage {
  const data = Uint8Array.from(rows.join(''), (letter) => LEVELS[letter]);
  return { width: rows[0].length, height: rows.length, channels: 1, data };
}

const raw = picture('.........', '.####..#.', '.#..#....', '.####..oo', '.......oo');
const truth: TruthRecipe = {
  threshold: 240,
  fillHoles: true,
  split: 'components',
  smallestObject: 0,
};
const size = { width: 9, height: 5, resampling: 'nearest' as const };

describe('makeTruth', () => {
  it('thresholds, fills and numbers the objects', () => {
    const { mask, labels, instances } = makeTruth(raw, truth, size);
    expect(instances.map(({ id, area, box }) => [id, area, box])).toEqual([
      [1, 12, [1, 1, 4, 3]],
      [2, 1, [7, 1, 1, 1]],
    ]);
    expect([...mask.data]).toEqual([...labels.data].map((id) => (id ? 255 : 0)));
  });

  it('keeps holes when told to', () => {
    const { instances } = makeTruth(raw, { ...truth, fillHoles: false }, size);
    expect(instances[0].area).toBe(10);
  });

  it('drops what is too small and closes the numbering', () => {
    const { instances } = makeTruth(raw, { ...truth, threshold: 50, smallestObject: 2 }, size);
    expect(instances.map(({ id, area }) => [id, area])).toEqual([
      [1, 12],
      [2, 4],
    ]);
  });

  it("counts Otsu's own level to the background", () => {
    const two = picture('.o', 'o.');
    const { mask } = makeTruth(
      two,
      { ...truth, threshold: 'otsu' },
      {
        width: 2,
        height: 2,
        resampling: 'nearest',
      },
    );
    expect([...mask.data]).toEqual([0, 255, 255, 0]);
  });

  it('measures in pixels of the full size', () => {
    const large = { width: 27, height: 15, resampling: 'nearest' as const };
    const { labels, instances } = makeTruth(raw, { ...truth, smallestObject: 10 }, large);
    expect([labels.width, labels.height]).toEqual([27, 15]);
    expect(instances.map(({ area }) => area)).toEqual([108]);
  });

  it('takes a colour mask by its brightness', () => {
    const data = Uint8Array.from(raw.data, (level) => level);
    const rgb = { ...raw, channels: 3 as const, data: new Uint8Array(raw.data.length * 3) };
    for (const [at, level] of data.entries()) rgb.data.fill(level, 3 * at, 3 * at + 3);
    expect(makeTruth(rgb, truth, size)).toEqual(makeTruth(raw, truth, size));
  });

  it('splits touching discs by watershed', () => {
    const [width, height] = [48, 28];
    const inside = (x: number, y: number, cx: number) => (x - cx) ** 2 + (y - 14) ** 2 < 100;
    const data = Uint8Array.from({ length: width * height }, (_, at) => {
      const [x, y] = [at % width, Math.floor(at / width)];
      return inside(x, y, 15) || inside(x, y, 32) ? 255 : 0;
    });
    const touching: ByteImage = { width, height, channels: 1, data };
    const full = { width, height, resampling: 'bicubic' as const };
    expect(makeTruth(touching, truth, full).instances).toHaveLength(1);
    expect(makeTruth(touching, { ...truth, split: 'watershed' }, full).instances).toHaveLength(2);
  });
});
