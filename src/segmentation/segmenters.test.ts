import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../nn/backend/use-backend.ts';
import * as tf from '../nn/tf.ts';
import { SEGMENTER_DESCRIPTIONS } from './describe-segmenters.ts';
import { type Disc, drawDiscs } from './fixtures/drawn-discs.ts';
import { shippedModel } from './fixtures/shipped-model.ts';
import { openSegmenter, type SegmenterModel } from './open-segmenter.ts';
import type { Segmentation, Segmenter, SegmenterImage } from './segmenter.ts';
import type { SegmenterMethod } from './segmenter-method.ts';

const MODELS = new URL('../../public/models/', import.meta.url);

/** The weights that come along, by architecture. */
function shippedModels(): Map<string, SegmenterModel> {
  const { models } = JSON.parse(readFileSync(new URL('index.json', MODELS), 'utf8'));
  const segmenters = models.filter(({ role }: { role: string }) => role === 'segmenter');
  return new Map(
    segmenters.map(({ path }: { path: string }) => {
      const model = shippedModel(path);
      return [model.manifest.architecture, model];
    }),
  );
}

const shipped = shippedModels();
const runnable = Object.values(SEGMENTER_DESCRIPTIONS).flatMap(({ method, weights }) => {
  const model = weights === null ? null : shipped.get(weights);
  return model === undefined ? [] : [[method, model] as [SegmenterMethod, SegmenterModel | null]];
});

/** Discs of `radius` on a grid, a pixel of texture around them so that the ground is not flat. */
function gridOfDiscs(side: number, pitch: number, radius: number): SegmenterImage {
  const discs: Disc[] = [];
  for (let y = pitch / 2; y < side; y += pitch) {
    for (let x = pitch / 2; x < side; x += pitch) discs.push({ x, y, radius });
  }
  const { image } = drawDiscs(side, side, discs);
  return { ...image, data: image.data.map((level, i) => level + ((i * 7919) % 5)) };
}

/** Ids without gaps, a score for each, none of them lost. */
function expectWhole({ labels, scores }: Segmentation, { width, height }: SegmenterImage): number {
  expect([labels.width, labels.height, labels.data.length]).toEqual([
    width,
    height,
    width * height,
  ]);
  const ids = [...new Set(labels.data)].filter((id) => id > 0).sort((a, b) => a - b);
  expect(ids).toEqual(ids.map((_, i) => i + 1));
  expect(scores).toHaveLength(ids.length);
  expect(scores.every(Number.isFinite)).toBe(true);
  return ids.length;
}

describe.each(runnable)('%s on images that are not what one hopes for', (method, model) => {
  let segmenter: Segmenter;
  beforeAll(async () => {
    await useBackend('wasm');
    segmenter = openSegmenter(method, model);
  });

  it('an empty image has no objects', async () => {
    const image = { ...drawDiscs(96, 80, []).image, data: new Float32Array(96 * 80) };
    expect(expectWhole(await segmenter.segment(image, {}), image)).toBe(0);
  });

  it('one pixel is an image', async () => {
    const image = { ...drawDiscs(1, 1, []).image, data: Float32Array.of(30) };
    expect(expectWhole(await segmenter.segment(image, {}), image)).toBeLessThanOrEqual(1);
  });

  it('one object may cover all of it', async () => {
    const { image } = drawDiscs(96, 96, [{ x: 48, y: 48, radius: 90 }]);
    expectWhole(await segmenter.segment(image, {}), image);
  });

  it('an image finds the same twice, and leaves its pixels and the backend as they were', async () => {
    const image = gridOfDiscs(128, 32, 8);
    const before = image.data.slice();
    const first = await segmenter.segment(image, {});
    const { numTensors } = tf.memory();
    const second = await segmenter.segment(image, {});
    expect(tf.memory().numTensors).toBe(numTensors);
    expect(image.data).toEqual(before);
    expect(expectWhole(first, image)).toBeGreaterThan(0);
    expect(second).toEqual(first);
  });

  it('16-bit levels and three equal channels find what 8-bit grey does, or nearly', async () => {
    const image = gridOfDiscs(128, 32, 8);
    const count = expectWhole(await segmenter.segment(image, {}), image);
    const deep = { ...image, data: image.data.map((level) => level * 257), largestValue: 65535 };
    const deepCount = expectWhole(await segmenter.segment(deep, {}), image);
    const data = Float32Array.from(
      { length: 3 * 128 * 128 },
      (_, i) => image.data[Math.trunc(i / 3)],
    );
    const colours = { ...image, channels: 3, data };
    const colourCount = expectWhole(await segmenter.segment(colours, {}), image);
    for (const found of [deepCount, colourCount]) {
      expect(Math.abs(found - count)).toBeLessThanOrEqual(Math.max(1, count / 8));
    }
  });

  it('4,000 objects have ids and scores', async () => {
    const image = gridOfDiscs(512, 8, 2.6);
    expectWhole(await segmenter.segment(image, {}), image);
  });

  it('stops when told to, and frees everything', async () => {
    const image = gridOfDiscs(128, 32, 8);
    await expect(
      segmenter.segment(image, {}, { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: 'cancelled' });
    segmenter.dispose();
    expect(tf.memory().numTensors).toBe(0);
  });
});
