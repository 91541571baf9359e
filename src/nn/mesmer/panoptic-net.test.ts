import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  hashedNumbers,
  hashedWeights,
} from '../../checkpoints/segmenters/mesmer/fixtures/hashed-weights.ts';
import {
  NARROW_MESMER,
  NARROW_NUCLEI,
} from '../../checkpoints/segmenters/mesmer/fixtures/narrow-configs.ts';
import { panopticTensorShapes } from '../../checkpoints/segmenters/mesmer/panoptic-tensors.ts';
import { releaseBackend, useBackend } from '../backend/use-backend.ts';
import type { NamedTensors } from '../named-tensors.ts';
import * as tf from '../tf.ts';
import { storedNorm } from './batch-norms.ts';
import { loadPanopticNet } from './load-panoptic-net.ts';
import { panopticLayers } from './panoptic-layers.ts';
import { activateHeads, panopticLogits } from './panoptic-net.ts';

interface HeadNumbers {
  mean: number;
  sampled: number[];
}

/** What PyTorch in double precision makes of the same weights: every 127th value of every head before activation. */
const ORACLE: Record<string, HeadNumbers[]> = JSON.parse(
  readFileSync(new URL('fixtures/panoptic-oracle.json', import.meta.url), 'utf8'),
);

const CONFIGS = { resnet50: NARROW_MESMER, small: NARROW_NUCLEI };
const SHAPE: [number, number, number, number] = [1, 64, 96, 2];

function image(name: string): tf.Tensor4D {
  const values = hashedNumbers(`image/${name}`, 64 * 96 * 2).map((value) => value + 0.5);
  return tf.tensor4d(Float32Array.from(values), SHAPE);
}

function uploaded(config: typeof NARROW_MESMER): NamedTensors {
  const source = hashedWeights(config);
  return Object.fromEntries(
    source.names().map((name) => {
      const { data, shape } = source.read(name);
      return [name, tf.tensor(data, shape)];
    }),
  );
}

describe.each(['wasm', 'cpu'] as const)('on %s', (backend) => {
  beforeAll(async () => {
    await useBackend(backend);
  });
  afterAll(releaseBackend);

  it.each(['resnet50', 'small'] as const)('computes what PyTorch computes: %s', (name) => {
    const config = CONFIGS[name];
    tf.tidy(() => {
      const weights = uploaded(config);
      const layers = panopticLayers(weights, storedNorm(weights));
      const heads = panopticLogits(config, layers, image(name)).map((head) =>
        Array.from(head.dataSync()),
      );
      expect(heads.length).toBe(ORACLE[name].length);
      heads.forEach((values, i) => {
        const { mean, sampled } = ORACLE[name][i];
        const ours = sampled.map((_, k) => values[127 * k]);
        sampled.forEach((expected, k) => {
          expect(Math.abs(ours[k] - expected)).toBeLessThan(1e-5);
        });
        const sum = values.reduce((total, value) => total + value, 0);
        expect(sum / values.length).toBeCloseTo(mean, 5);
      });
    });
  });
});

describe('loadPanopticNet', () => {
  beforeAll(async () => {
    await useBackend('wasm');
  });
  afterAll(releaseBackend);

  it.each(['resnet50', 'small'] as const)('folds batch norms without a change: %s', (name) => {
    const config = CONFIGS[name];
    const net = loadPanopticNet(config, hashedWeights(config));
    tf.tidy(() => {
      const weights = uploaded(config);
      const layers = panopticLayers(weights, storedNorm(weights));
      const expected = activateHeads(panopticLogits(config, layers, image(name)));
      const found = net.run(image(name));
      found.forEach((head, i) => {
        expect(tf.max(tf.abs(tf.sub(head, expected[i]))).dataSync()[0]).toBeLessThan(1e-6);
      });
    });
    net.dispose();
  });

  it('gives shares of edge, interior and background, and distances that are not negative', () => {
    const net = loadPanopticNet(NARROW_NUCLEI, hashedWeights(NARROW_NUCLEI));
    tf.tidy(() => {
      const [distance, shares] = net.run(image('shares'));
      expect(distance.shape).toEqual([1, 64, 96, 1]);
      expect(shares.shape).toEqual([1, 64, 96, 3]);
      expect(tf.min(distance).dataSync()[0]).toBe(0);
      const sums = tf.sum(shares, 3).dataSync();
      for (const sum of sums) expect(sum).toBeCloseTo(1, 5);
    });
    net.dispose();
  });

  it('gives back every tensor', () => {
    const before = tf.memory().numTensors;
    const net = loadPanopticNet(NARROW_NUCLEI, hashedWeights(NARROW_NUCLEI));
    const loaded = tf.memory().numTensors;
    const input = image('leak');
    const heads = net.run(input);
    expect(tf.memory().numTensors).toBe(loaded + 3);
    tf.dispose([input, ...heads]);
    net.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('leaves nothing behind when a weight is missing', () => {
    const missing = [...panopticTensorShapes(NARROW_NUCLEI).keys()].at(-1);
    const before = tf.memory().numTensors;
    expect(() => loadPanopticNet(NARROW_NUCLEI, hashedWeights(NARROW_NUCLEI, missing))).toThrow(
      expect.objectContaining({ code: 'missing-tensor' }),
    );
    expect(tf.memory().numTensors).toBe(before);
  });

  it('names the first weight of another shape', () => {
    const wider = { ...NARROW_NUCLEI, pyramidChannels: 13 };
    expect(() => loadPanopticNet(wider, hashedWeights(NARROW_NUCLEI))).toThrow(
      expect.objectContaining({
        code: 'wrong-architecture',
        details: expect.objectContaining({ where: 'C2_reduced/kernel' }),
      }),
    );
  });
});
