import { describe, expect, it } from 'vitest';
import { type Disc, drawDiscs } from '../fixtures/drawn-discs.ts';
import { openSegmenter } from '../open-segmenter.ts';
import type { Segmentation, SegmenterImage, SegmenterValues } from '../segmenter.ts';

const METHODS = ['otsu', 'otsu-watershed'] as const;

/** Two discs that touch, one apart. */
const DISCS: Disc[] = [
  { x: 14, y: 14, radius: 8 },
  { x: 29, y: 14, radius: 8 },
  { x: 50, y: 30, radius: 7 },
];

function run(
  method: (typeof METHODS)[number],
  image: SegmenterImage,
  values: SegmenterValues = {},
): Promise<Segmentation> {
  return openSegmenter(method, null).segment(image, values);
}

function flat(value: number, width = 9, height = 7): SegmenterImage {
  const data = new Float32Array(width * height).fill(value);
  return { width, height, channels: 1, data, largestValue: 255, micronsPerPixel: null };
}

describe('the baselines of Otsu’s threshold', () => {
  it('take touching objects for one, or cut them at the neck', async () => {
    const { image } = drawDiscs(64, 44, DISCS);
    const pieces = await run('otsu', image);
    expect([...pieces.scores]).toEqual([1, 1]);
    const { labels, scores, facts } = await run('otsu-watershed', image);
    expect([...scores]).toEqual([1, 1, 1]);
    expect(DISCS.map(({ x, y }) => labels.data[y * 64 + x])).toEqual([1, 2, 3]);
    expect(facts.threshold).toBeGreaterThan(10);
    expect(facts.threshold).toBeLessThan(180);
  });

  it.each(METHODS)('find the same in 16 bits and in colour (%s)', async (method) => {
    const { image } = drawDiscs(64, 44, DISCS);
    const { labels } = await run(method, image);
    const deep = { ...image, data: image.data.map((level) => level * 257), largestValue: 65535 };
    expect((await run(method, deep)).labels).toEqual(labels);
    const data = Float32Array.from({ length: 3 * image.data.length }, (_, i) =>
      i % 3 === 2 ? image.data[Math.floor(i / 3)] : 0,
    );
    expect((await run(method, { ...image, channels: 3, data })).labels).toEqual(labels);
  });

  it.each(METHODS)('find nothing in an image of one value (%s)', async (method) => {
    for (const image of [flat(0), flat(200), flat(7, 1, 1)]) {
      const { labels, scores } = await run(method, image);
      expect(labels.data.every((id) => id === 0)).toBe(true);
      expect(scores).toHaveLength(0);
    }
  });

  it.each(METHODS)('number four thousand objects without gaps (%s)', async (method) => {
    const discs = Array.from({ length: 4000 }, (_, i) => ({
      x: 6 + 12 * (i % 80),
      y: 6 + 12 * Math.floor(i / 80),
      radius: 4,
    }));
    const { image } = drawDiscs(964, 604, discs);
    const { labels, scores } = await run(method, image);
    expect(new Set(labels.data).size).toBe(4001);
    expect(scores).toHaveLength(4000);
  });

  it('fill holes and drop specks as asked', async () => {
    const { image } = drawDiscs(40, 40, [{ x: 20, y: 20, radius: 12 }]);
    image.data[20 * 40 + 20] = 10;
    image.data[0] = 200;
    const sharp = { gaussian_sigma: 0 };
    const { labels, scores } = await run('otsu', image, sharp);
    expect([labels.data[20 * 40 + 20], labels.data[0], scores.length]).toEqual([1, 0, 1]);
    const all = { ...sharp, fill_holes: false, min_size: 0 };
    const every = await run('otsu', image, all);
    expect([every.labels.data[20 * 40 + 20], every.labels.data[0]]).toEqual([0, 1]);
  });

  it('refuse values that are no numbers, and a parameter out of range', async () => {
    const image = flat(3);
    image.data[11] = Number.NaN;
    await expect(run('otsu', image)).rejects.toMatchObject({
      code: 'bad-image',
      details: { where: 'x 2, y 1' },
    });
    await expect(run('otsu', flat(3), { min_size: -1 })).rejects.toMatchObject({
      code: 'bad-option',
    });
  });

  it('stop when they are cancelled', async () => {
    const controller = new AbortController();
    controller.abort();
    const running = openSegmenter('otsu', null).segment(flat(3), {}, { signal: controller.signal });
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  });
});
