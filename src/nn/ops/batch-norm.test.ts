import { beforeAll, describe, expect, it } from 'vitest';
import { prepareGradients } from '../backend/gradients/prepare-gradients.ts';
import { useBackend } from '../backend/use-backend.ts';
import * as tf from '../tf.ts';
import { affineOfBatchNorm, trainingBatchNorm } from './batch-norm.ts';

const SHAPE: [number, number, number, number] = [2, 3, 4, 2];
const EPSILON = 1e-5;
const values = Float32Array.from({ length: 48 }, (_, i) => 3 * Math.sin(i * 1.7) + (i % 2));
const along = Float32Array.from({ length: 48 }, (_, i) => Math.cos(i * 0.9));
const SCALE = [0.5, -2];
const SHIFT = [1, 3];

/** The norm in float64, summed along a fixed direction: what the gradient is measured on. */
function projected(x: ArrayLike<number>, scale: number[], shift: number[]): number {
  let sum = 0;
  for (const c of [0, 1]) {
    const channel = Array.from(x).filter((_, i) => i % 2 === c);
    const mean = channel.reduce((a, b) => a + b, 0) / channel.length;
    const variance = channel.reduce((a, b) => a + (b - mean) ** 2, 0) / channel.length;
    for (const [i, value] of channel.entries()) {
      const y = ((value - mean) / Math.sqrt(variance + EPSILON)) * scale[c] + shift[c];
      sum += y * along[2 * i + c];
    }
  }
  return sum;
}

function slope(values: ArrayLike<number>, at: (moved: number[]) => number): number[] {
  const step = 1e-4;
  return Array.from(values, (_, i) => {
    const moved = (by: number) => at(Array.from(values, (v, j) => (j === i ? v + by : v)));
    return (moved(step) - moved(-step)) / (2 * step);
  });
}

describe.each(['cpu', 'wasm'] as const)('batch norm on %s', (backend) => {
  beforeAll(async () => {
    await useBackend(backend);
    await prepareGradients();
  });

  it('has the gradient of its definition', () => {
    const before = tf.memory().numTensors;
    const gradients = tf.tidy(() => {
      const direction = tf.tensor4d(along, SHAPE);
      const loss = (x: tf.Tensor, scale: tf.Tensor, shift: tf.Tensor) => {
        const norm = trainingBatchNorm({ 'n.weight': scale, 'n.bias': shift }, EPSILON);
        return tf.sum(tf.mul(norm(x as tf.Tensor4D, 'n'), direction)) as tf.Scalar;
      };
      const inputs = [tf.tensor4d(values, SHAPE), tf.tensor1d(SCALE), tf.tensor1d(SHIFT)];
      return tf
        .grads(loss as (...inputs: tf.Tensor[]) => tf.Scalar)(inputs)
        .map((g) => g.dataSync());
    });
    const expected = [
      slope(values, (x) => projected(x, SCALE, SHIFT)),
      slope(SCALE, (scale) => projected(values, scale, SHIFT)),
      slope(SHIFT, (shift) => projected(values, SCALE, shift)),
    ];
    for (const [i, gradient] of gradients.entries()) {
      for (const [j, value] of gradient.entries()) expect(value).toBeCloseTo(expected[i][j], 4);
    }
    expect(tf.memory().numTensors).toBe(before);
  });

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
