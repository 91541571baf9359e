import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend.ts';
import * as tf from '../tf.ts';
import { affineOfBatchNorm, trainingBatchNorm } from './batch-norm.ts';

const SHAPE: [number, number, number, number] = [2, 3, 4, 2];
const EPSILON = 1e-5;
const values = Float32Array.from({ length: 48 }, (_, i) => 3 * Math.sin(i * 1.7) + (i % 2));
const SCALE = [0.5, -2];
const SHIFT = [1, 3];

describe.each(['cpu', 'wasm'] as const)('batch norm on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('lets the statistics be heard that its running ones come from', () => {
    let seen: [string, number, number, number] | null = null;
    tf.tidy(() => {
      const weights = { 'n.weight': tf.tensor1d(SCALE), 'n.bias': tf.tensor1d(SHIFT) };
      const norm = trainingBatchNorm(weights, EPSILON, (name, mean, variance, count) => {
        seen = [name, mean.dataSync()[0], variance.dataSync()[0], count];
      });
      norm(tf.tensor4d(values, SHAPE), 'n');
    });
    const channel = values.filter((_, i) => i % 2 === 0);
    const mean = channel.reduce((a, b) => a + b, 0) / 24;
    const variance = channel.reduce((a, b) => a + (b - mean) ** 2, 0) / 24;
    expect(seen).toEqual(['n', expect.closeTo(mean, 5), expect.closeTo(variance, 4), 24]);
  });

  it('is an affine map with stored statistics', () => {
    const map = tf.tidy(() => {
      const { scale, shift } = affineOfBatchNorm(
        {
          'n.weight': tf.tensor1d([3]),
          'n.bias': tf.tensor1d([1]),
          'n.running_mean': tf.tensor1d([2]),
          'n.running_var': tf.tensor1d([9 - EPSILON]),
        },
        'n',
        EPSILON,
      );
      return [scale.dataSync()[0], shift.dataSync()[0]];
    });
    expect(map[0]).toBeCloseTo(1, 6);
    expect(map[1]).toBeCloseTo(-1, 6);
  });
});
