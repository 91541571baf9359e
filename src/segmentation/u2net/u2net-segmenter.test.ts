import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../nn/backend/use-backend.ts';
import * as tf from '../../nn/tf.ts';
import { drawDiscs } from '../fixtures/drawn-discs.ts';
import { shippedModel } from '../fixtures/shipped-model.ts';
import { readSegmenterImage } from '../read-segmenter-image.ts';
import { fillProbability } from './fill-probability.ts';
import { foregroundThreshold } from './foreground-threshold.ts';
import { openU2NetSegmenter } from './u2net-segmenter.ts';

const MODEL = shippedModel('u2netp-nuclei');
const NUCLEI = '../../pipeline/fixtures/nuclei/dsb_10328b822b.png';

function nuclei() {
  return readSegmenterImage(readFileSync(new URL(NUCLEI, import.meta.url)), NUCLEI);
}

const countOf = (labels: { data: Uint16Array }) => Math.max(...labels.data);

describe('the U²-Net segmenter', () => {
  beforeAll(() => useBackend('wasm'));

  it('finds nuclei, says how, and frees all it took', async () => {
    const segmenter = openU2NetSegmenter(MODEL);
    const { labels, scores, facts } = await segmenter.segment(nuclei(), {});
    expect(countOf(labels)).toBeGreaterThan(10);
    expect(scores).toHaveLength(countOf(labels));
    expect(scores.every((score) => score > 0.5 && score <= 1)).toBe(true);
    expect(facts).toEqual({ input_size: 320, threshold: 0.5, instance_step: 'watershed' });
    const again = await segmenter.segment(nuclei(), {});
    expect(again.labels).toEqual(labels);
    segmenter.dispose();
    expect(tf.memory().numTensors).toBe(0);
  });

  it('finds nothing in an empty image, and takes one pixel, colours and 16 bits', async () => {
    const segmenter = openU2NetSegmenter(MODEL);
    const small = { input_size: 64 };
    const { image } = drawDiscs(40, 24, []);
    const dark = { ...image, data: new Float32Array(40 * 24) };
    expect(countOf((await segmenter.segment(dark, small)).labels)).toBe(0);
    const pixel = { ...image, width: 1, height: 1, data: Float32Array.of(7) };
    expect((await segmenter.segment(pixel, small)).labels.data).toHaveLength(1);
    const colours = { ...image, width: 20, height: 16, channels: 3 };
    expect((await segmenter.segment(colours, small)).labels.data).toHaveLength(320);
    const discs = [{ x: 30, y: 30, radius: 10 }];
    const eight = drawDiscs(64, 64, discs).image;
    const sixteen = { ...eight, largestValue: 65535, data: eight.data.map((level) => level * 257) };
    const [of8, of16] = await Promise.all(
      [eight, sixteen].map((each) => segmenter.segment(each, small)),
    );
    expect(of16.labels).toEqual(of8.labels);
    segmenter.dispose();
  });

  it('refuses weights of nothing, values out of range, and stops when told to', async () => {
    const refusal = expect.objectContaining({ code: 'wrong-architecture' });
    expect(() => openU2NetSegmenter(null)).toThrow(refusal);
    const segmenter = openU2NetSegmenter(MODEL);
    const { image } = drawDiscs(32, 32, []);
    await expect(segmenter.segment(image, { threshold: 2 })).rejects.toMatchObject({
      code: 'bad-option',
    });
    const stopped = segmenter.segment(image, {}, { signal: AbortSignal.abort() });
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    segmenter.dispose();
    expect(tf.memory().numTensors).toBe(0);
  });
});

describe('the threshold of a probability map', () => {
  it('is that of Otsu where asked for, unless nothing was found', () => {
    const two = Float32Array.of(0.1, 0.12, 0.9, 0.92);
    expect(foregroundThreshold(two, 'fixed', 0.3)).toBe(0.3);
    const otsu = foregroundThreshold(two, 'otsu', 0.3);
    expect(otsu).toBeGreaterThan(0.12);
    expect(otsu).toBeLessThan(0.9);
    expect(foregroundThreshold(Float32Array.of(0.01, 0.2), 'otsu', 0.3)).toBe(0.5);
    expect(foregroundThreshold(Float32Array.of(1, 1), 'otsu', 0.3)).toBe(0.5);
  });
});

describe('filling holes of a probability map', () => {
  it('raises what foreground surrounds, and nothing else', () => {
    const ring = [1, 1, 1, 0, 1, 0.2, 1, 0.3, 1, 1, 1, 0].map((value) => value * 0.9);
    const map = { width: 4, height: 3, channels: 1, data: Float32Array.from(ring) };
    const filled = fillProbability(map, 0.5).data;
    expect(filled[5]).toBe(1);
    expect(filled[7]).toBeCloseTo(0.27);
    expect(filled[4]).toBeCloseTo(0.9);
  });
});
