import { describe, expect, it } from 'vitest';
import { drawDiscs } from '../fixtures/drawn-discs.ts';
import { openSegmenter } from '../open-segmenter.ts';
import type { SegmenterImage, SegmenterValues } from '../segmenter.ts';
import { realLevels } from './real-images.ts';

function run(image: SegmenterImage, values: SegmenterValues = {}) {
  return openSegmenter('cellprofiler', null).segment(image, values);
}

function nuclei(): SegmenterImage {
  const { width, height, data } = realLevels('dsb2018-img2d');
  return {
    ...{ width, height, channels: 1, data: Float32Array.from(data) },
    largestValue: 255,
    micronsPerPixel: null,
  };
}

function flat(value: number, width: number, height: number): SegmenterImage {
  const data = new Float32Array(width * height).fill(value);
  return { width, height, channels: 1, data, largestValue: 255, micronsPerPixel: null };
}

/** Discs on a ground that is not all one level: its logarithm would else decide the threshold. */
function texturedDiscs(...drawing: Parameters<typeof drawDiscs>): SegmenterImage {
  const { image } = drawDiscs(...drawing);
  return { ...image, data: image.data.map((level, i) => level + ((7 * i) % 11)) };
}

const KEEP_ALL = { exclude_size: false, exclude_border_objects: false };

describe('the CellProfiler segmenter', () => {
  it('finds the nuclei of a real image with the defaults of the module', async () => {
    const image = nuclei();
    const { labels, scores, facts } = await run(image, { exclude_border_objects: false });
    expect(scores).toHaveLength(114);
    expect(new Set(labels.data).size).toBe(115);
    expect(facts.threshold).toBeCloseTo(0.15359, 4);
  });

  it('takes its parameters only with the advanced settings', async () => {
    const image = nuclei();
    const manual = { global_operation: 'Manual', manual_threshold: 0.9 };
    const basic = await run(image, manual);
    expect(basic.scores.length).toBeGreaterThan(80);
    const advanced = await run(image, { ...manual, use_advanced: true });
    expect(advanced.facts.threshold).toBe(0.9);
    expect(advanced.scores.length).toBeLessThan(20);
  });

  it('takes the mean threshold of an adaptive one for its fact', async () => {
    const adaptive = { use_advanced: true, threshold_scope: 'Adaptive', local_operation: 'Otsu' };
    const { facts, scores } = await run(nuclei(), adaptive);
    expect(facts.threshold).toBeGreaterThan(0.05);
    expect(facts.threshold).toBeLessThan(0.5);
    expect(scores.length).toBeGreaterThan(60);
  });

  it('finds the same in 16 bits and in colour', async () => {
    const discs = [20, 50, 80].map((x) => ({ x, y: 30, radius: 9 }));
    const image = texturedDiscs(100, 60, discs);
    const { labels } = await run(image);
    expect(discs.map(({ x, y }) => labels.data[y * 100 + x])).toEqual([1, 2, 3]);
    const deep = { ...image, data: image.data.map((level) => level * 257), largestValue: 65535 };
    expect((await run(deep)).labels).toEqual(labels);
    const data = Float32Array.from(
      { length: 3 * image.data.length },
      (_, i) => image.data[Math.floor(i / 3)],
    );
    expect((await run({ ...image, channels: 3, data })).labels).toEqual(labels);
  });

  it.each([
    [0, 30, 20],
    [255, 30, 20],
    [90, 1, 1],
    [0, 1, 40],
  ])('finds nothing in an image of one value (%i, %i × %i)', async (value, width, height) => {
    const { labels, scores } = await run(flat(value, width, height), KEEP_ALL);
    expect(labels.data.every((id) => id === 0)).toBe(true);
    expect(scores).toHaveLength(0);
  });

  it('numbers four thousand objects without gaps', async () => {
    const discs = Array.from({ length: 4000 }, (_, i) => ({
      x: 8 + 14 * (i % 80),
      y: 8 + 14 * Math.floor(i / 80),
      radius: 5,
    }));
    const image = texturedDiscs(1128, 708, discs);
    const { labels, scores } = await run(image, { size_range_min: 8 });
    expect(scores).toHaveLength(4000);
    expect(new Set(labels.data).size).toBe(4001);
  });

  it('refuses sizes the wrong way round, and windows larger than the image', async () => {
    await expect(run(flat(0, 9, 9), { size_range_min: 50 })).rejects.toMatchObject({
      code: 'bad-option',
      details: { where: 'size_range_min, size_range_max' },
    });
    const image = texturedDiscs(40, 40, [{ x: 20, y: 20, radius: 6 }]);
    await expect(
      run(image, { use_advanced: true, threshold_scope: 'Adaptive' }),
    ).rejects.toMatchObject({ code: 'bad-option' });
  });

  it('stops when it is cancelled', async () => {
    const controller = new AbortController();
    controller.abort();
    const segmenter = openSegmenter('cellprofiler', null);
    const running = segmenter.segment(flat(0, 4, 4), {}, { signal: controller.signal });
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  });
});
