import { beforeAll, describe, expect, it } from 'vitest';
import type { SegmenterManifest } from '../../checkpoints/bundle/manifest.ts';
import type { MesmerConfig } from '../../checkpoints/bundle/segmenter-configs.ts';
import { hashedWeights } from '../../checkpoints/segmenters/mesmer/fixtures/hashed-weights.ts';
import {
  NARROW_MESMER,
  NARROW_NUCLEI,
} from '../../checkpoints/segmenters/mesmer/fixtures/narrow-configs.ts';
import { useBackend } from '../../nn/backend/use-backend.ts';
import * as tf from '../../nn/tf.ts';
import { drawDiscs } from '../fixtures/drawn-discs.ts';
import type { SegmenterModel } from '../open-segmenter.ts';
import { openMesmerSegmenter } from './mesmer-segmenter.ts';

/** Weights without meaning, but with inner distances above 0. */
function modelOf(config: MesmerConfig): SegmenterModel {
  const manifest = { architecture: 'mesmer', name: 'made up', config } as SegmenterManifest;
  const weights = hashedWeights(config);
  const read = (name: string) => {
    const tensor = weights.read(name);
    const isDistance = /^conv_1_semantic_[02]\/bias$/.test(name);
    return isDistance ? { ...tensor, data: tensor.data.map((value) => value + 1) } : tensor;
  };
  return { manifest, weights: { ...weights, read } };
}

const NUCLEI = modelOf(NARROW_NUCLEI);
const { image } = drawDiscs(60, 50, [
  { x: 20, y: 20, radius: 12 },
  { x: 45, y: 30, radius: 10 },
]);
/** The made-up weights say little: take what they say for objects. */
const ANY = { maxima_threshold: 0.005, interior_threshold: 0 };

describe('Mesmer with made-up weights', () => {
  beforeAll(() => useBackend('wasm'));

  it('gives the same objects and scores every time, and frees all it took', async () => {
    const segmenter = openMesmerSegmenter(NUCLEI);
    const loaded = tf.memory().numTensors;
    const first = await segmenter.segment(image, ANY);
    expect(tf.memory().numTensors).toBe(loaded);
    const again = await segmenter.segment(image, ANY);
    expect(again).toEqual(first);
    expect(first.labels).toMatchObject({ width: 60, height: 50 });
    const count = first.labels.data.reduce((most, id) => Math.max(most, id), 0);
    expect(count).toBeGreaterThan(0);
    expect(first.scores).toHaveLength(count);
    for (const score of first.scores) expect(score > 0 && score <= 1).toBe(true);
    segmenter.dispose();
    expect(tf.memory().numTensors).toBe(0);
  });

  it('scales to the pixel size of the network, and back', async () => {
    const segmenter = openMesmerSegmenter(NUCLEI);
    const fromImage = await segmenter.segment({ ...image, micronsPerPixel: 0.25 }, ANY);
    expect(fromImage.facts).toMatchObject({ scale: 0.5, compartment: 'nuclear' });
    expect(fromImage.labels.data).toHaveLength(60 * 50);
    const told = await segmenter.segment({ ...image, micronsPerPixel: 0.25 }, { image_mpp: 1 });
    expect(told.facts.scale).toBe(2);
    const wide = { ...image, width: 6300, height: 1 };
    await expect(segmenter.segment(wide, { image_mpp: 50 })).rejects.toMatchObject({
      code: 'bad-image',
    });
    segmenter.dispose();
  });

  it('takes one pixel, an empty image, colours and channels by number', async () => {
    const segmenter = openMesmerSegmenter(NUCLEI);
    const pixel = { ...image, width: 1, height: 1, data: Float32Array.of(7) };
    expect((await segmenter.segment(pixel, {})).labels.data).toHaveLength(1);
    const empty = { ...image, data: new Float32Array(60 * 50) };
    expect((await segmenter.segment(empty, {})).labels.data).toHaveLength(60 * 50);
    const colours = { ...image, width: 30, channels: 3 };
    const bothChannels = { nuclear_channel: 3, membrane_channel: 1 };
    expect((await segmenter.segment(colours, bothChannels)).labels.width).toBe(30);
    await expect(segmenter.segment(image, { nuclear_channel: 2 })).rejects.toMatchObject({
      code: 'bad-option',
      details: { where: 'nuclear_channel' },
    });
    segmenter.dispose();
  });

  it('outlines the compartment that is asked for, of swapped outputs too', async () => {
    const segmenter = openMesmerSegmenter(modelOf({ ...NARROW_MESMER, inputSize: 64 }));
    const run = (values: object) => segmenter.segment(image, { ...ANY, ...values });
    const cells = await run({ compartment: 'whole-cell' });
    const nuclei = await run({ compartment: 'nuclear' });
    expect(cells.labels).not.toEqual(nuclei.labels);
    expect(await run({})).toEqual(cells);
    const swapped = await run({ compartment: 'nuclear', swap_outputs: true });
    expect(swapped.labels).toEqual(cells.labels);
    const own = await segmenter.segment(image, { compartment: 'nuclear' });
    expect(own.facts.maxima_threshold).toBe(0.1);
    segmenter.dispose();
  });

  it('refuses a compartment that the model does not know, and other weights', async () => {
    const segmenter = openMesmerSegmenter(NUCLEI);
    await expect(segmenter.segment(image, { compartment: 'whole-cell' })).rejects.toMatchObject({
      code: 'bad-option',
      details: { expected: 'nuclear' },
    });
    segmenter.dispose();
    expect(() => openMesmerSegmenter(null)).toThrow(
      expect.objectContaining({ code: 'wrong-architecture' }),
    );
  });

  it('stops when it is told to', async () => {
    const segmenter = openMesmerSegmenter(NUCLEI);
    await expect(
      segmenter.segment(image, {}, { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: 'cancelled' });
    segmenter.dispose();
    expect(tf.memory().numTensors).toBe(0);
  });
});
