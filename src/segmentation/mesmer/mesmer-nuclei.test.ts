import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../nn/backend/use-backend.ts';
import * as tf from '../../nn/tf.ts';
import { drawDiscs } from '../fixtures/drawn-discs.ts';
import { shippedModel } from '../fixtures/shipped-model.ts';
import { openMesmerSegmenter } from './mesmer-segmenter.ts';

const DISCS = [
  { x: 30, y: 30, radius: 11 },
  { x: 75, y: 70, radius: 11 },
  { x: 103, y: 70, radius: 11 },
  { x: 110, y: 25, radius: 9 },
];

describe('mesmer-nuclei, as it comes with the page', () => {
  beforeAll(() => useBackend('wasm'));

  it('finds discs, and is sure of them', async () => {
    const segmenter = openMesmerSegmenter(shippedModel('mesmer-nuclei'));
    const { image } = drawDiscs(140, 100, DISCS);
    const { labels, scores, facts } = await segmenter.segment(image, {});
    const ids = DISCS.map(({ x, y }) => labels.data[y * 140 + x]);
    expect(new Set(ids).size).toBe(DISCS.length);
    expect(ids).not.toContain(0);
    for (const id of ids) expect(scores[id - 1]).toBeGreaterThan(0.5);
    expect(facts).toMatchObject({ compartment: 'nuclear', maxima_threshold: 0.1, scale: 1 });
    segmenter.dispose();
    expect(tf.memory().numTensors).toBe(0);
  });

  it('finds nothing in an empty image', async () => {
    const segmenter = openMesmerSegmenter(shippedModel('mesmer-nuclei'));
    const { image } = drawDiscs(90, 70, []);
    const { labels, scores } = await segmenter.segment(image, {});
    expect(labels.data.every((id) => id === 0)).toBe(true);
    expect(scores).toHaveLength(0);
    segmenter.dispose();
  });
});
