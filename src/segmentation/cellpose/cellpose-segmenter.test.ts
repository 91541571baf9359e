import { readFile } from 'node:fs/promises';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SegmenterManifest } from '../../checkpoints/bundle/manifest.ts';
import { bytesSource } from '../../checkpoints/byte-source.ts';
import { openSegmenterFile } from '../../checkpoints/segmenters/open-segmenter-file.ts';
import { useBackend } from '../../nn/backend/use-backend.ts';
import * as tf from '../../nn/tf.ts';
import type { SegmenterImage } from '../segmenter.ts';
import { type CellposeSegmenter, openCellpose } from './cellpose-segmenter.ts';

const FIXTURE = new URL('../../nn/cellpose/fixtures/cpnet.pth', import.meta.url);

async function open(): Promise<CellposeSegmenter> {
  const source = bytesSource('cpnet.pth', new Uint8Array(await readFile(FIXTURE)));
  const { weights, ...architecture } = openSegmenterFile(source);
  return openCellpose({ manifest: architecture as unknown as SegmenterManifest, weights });
}

/** Discs of light on a dark ground, of 16-bit values. */
function discs(width: number, height: number, channels = 1): SegmenterImage {
  const data = new Float32Array(width * height * channels);
  for (let i = 0; i < width * height; i++) {
    const [y, x] = [Math.floor(i / width) % 24, (i % width) % 24];
    const level = (y - 12) ** 2 + (x - 12) ** 2 < 64 ? 40_000 : 500 + (i % 7);
    data.fill(level, i * channels, (i + 1) * channels);
  }
  return { width, height, channels, data, largestValue: 65_535, micronsPerPixel: null };
}

/** A network that was never trained sees cells everywhere at this threshold, which is enough to follow them. */
const LENIENT = { diameter: 30, cellprob_threshold: -6, flow_threshold: 0, max_size_fraction: 1 };

describe('Cellpose on an image', () => {
  beforeAll(() => useBackend('wasm'));
  afterEach(() => expect(tf.memory().numTensors).toBe(0));

  async function use(work: (segmenter: CellposeSegmenter) => Promise<void>): Promise<void> {
    const segmenter = await open();
    try {
      await work(segmenter);
    } finally {
      segmenter.dispose();
    }
  }

  it('finds the same objects every time, with a score for each', () =>
    use(async (segmenter) => {
      const image = discs(70, 52);
      const first = await segmenter.segment(image, LENIENT);
      const again = await segmenter.segment(image, LENIENT);
      expect(again).toEqual(first);
      const count = Math.max(...first.labels.data);
      expect(count).toBeGreaterThan(0);
      expect(first.scores).toHaveLength(count);
      for (const score of first.scores) expect(score).toBeGreaterThan(0);
      for (const score of first.scores) expect(score).toBeLessThanOrEqual(1);
      expect(first.labels).toMatchObject({ width: 70, height: 52 });
      expect(first.facts).toEqual({ diameter: 30, diameter_from: 'given', scale: 1, niter: 200 });
    }));

  it.each([
    ['at another scale', { diameter: 15 }, { scale: 2, niter: 100 }],
    ['without resampling', { diameter: 15, resample: false }, { scale: 2, niter: 200 }],
    ['in turned tiles', { augment: true, bsize: 64 }, { scale: 1 }],
    ['with so many steps', { niter: 20 }, { niter: 20 }],
  ])('gives labels of the image’s size %s', (_, values, facts) =>
    use(async (segmenter) => {
      const found = await segmenter.segment(discs(70, 52), { ...LENIENT, ...values });
      expect(found.labels.data).toHaveLength(70 * 52);
      expect(found.facts).toMatchObject(facts);
    }),
  );

  it('says how far it is, tile by tile', () =>
    use(async (segmenter) => {
      const shares: number[] = [];
      const values = { ...LENIENT, bsize: 64, batch_size: 1 };
      await segmenter.segment(discs(100, 40), values, {
        onProgress: (share) => shares.push(share),
      });
      expect(shares).toEqual([1 / 3, 2 / 3, 1]);
    }));

  it('stops between tiles', () =>
    use(async (segmenter) => {
      const controller = new AbortController();
      const values = { ...LENIENT, bsize: 64, batch_size: 1 };
      const run = segmenter.segment(discs(100, 40), values, {
        signal: controller.signal,
        onProgress: () => controller.abort(),
      });
      await expect(run).rejects.toMatchObject({ code: 'cancelled' });
    }));

  it('estimates the diameter that 0 stands for', () =>
    use(async (segmenter) => {
      const image = discs(70, 52);
      const estimate = await segmenter.estimateDiameter(image, LENIENT);
      expect(estimate.diameter).toBeGreaterThan(0);
      const { facts } = await segmenter.segment(image, { ...LENIENT, diameter: 0 });
      expect(facts).toMatchObject({ diameter: estimate.diameter, diameter_from: estimate.source });
    }));

  it.each([
    ['one pixel', discs(1, 1)],
    ['colours', discs(40, 30, 3)],
    ['opacity', discs(40, 30, 4)],
  ])('takes an image of %s', (_, image) =>
    use(async (segmenter) => {
      const { labels } = await segmenter.segment(image, LENIENT);
      expect(labels.data).toHaveLength(image.width * image.height);
    }),
  );

  it('finds nothing where the network sees no cell, and keeps the diameter it was trained on', () =>
    use(async (segmenter) => {
      const values = { cellprob_threshold: 20 };
      const { labels, scores, facts } = await segmenter.segment(discs(40, 30), values);
      expect(labels.data.every((id) => id === 0)).toBe(true);
      expect(scores).toHaveLength(0);
      expect(facts).toMatchObject({ diameter: 27.5, diameter_from: 'model' });
    }));

  it.each([
    ['a channel that is not there', { chan: 'green' }, 'bad-image'],
    ['a diameter that makes it too large', { diameter: 0.01 }, 'bad-option'],
    ['a parameter it does not have', { diam: 3 }, 'bad-option'],
  ])('refuses %s', (_, values, code) =>
    use(async (segmenter) => {
      await expect(segmenter.segment(discs(40, 30), values)).rejects.toMatchObject({ code });
    }),
  );

  it('wants weights of its own', () => {
    expect(() => openCellpose(null)).toThrow(
      expect.objectContaining({ code: 'wrong-architecture' }),
    );
  });
});
