import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend.ts';
import * as tf from '../tf.ts';
import { batchNormOfBatch, instanceNorm } from './instance-norm.ts';

const [N, H, W, C] = [2, 5, 7, 3];
const values = Float32Array.from(
  { length: N * H * W * C },
  (_, i) => 3 * Math.sin(i * 1.7) + (i % C),
);

/** Straight from the definition, in float64, over the samples given. */
function standardised(samples: number[], channel: number): number[] {
  const picked = samples.flatMap((n) =>
    Array.from({ length: H * W }, (_, i) => values[(n * H * W + i) * C + channel]),
  );
  const mean = picked.reduce((sum, x) => sum + x, 0) / picked.length;
  const variance = picked.reduce((sum, x) => sum + (x - mean) ** 2, 0) / picked.length;
  return picked.map((x) => (x - mean) / Math.sqrt(variance + 1e-5));
}

function channelOf(data: ArrayLike<number>, samples: number[], channel: number): number[] {
  return samples.flatMap((n) =>
    Array.from({ length: H * W }, (_, i) => data[(n * H * W + i) * C + channel]),
  );
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Math.max(...Array.from(a, (x, i) => Math.abs(x - b[i])));
}

describe.each(['cpu', 'wasm'] as const)('norms on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('standardises every sample and channel on its own', () => {
    const result = tf.tidy(() => instanceNorm(tf.tensor4d(values, [N, H, W, C])).dataSync());
    for (const n of [0, 1]) {
      for (const c of [0, 1, 2]) {
        expect(largestDifference(channelOf(result, [n], c), standardised([n], c))).toBeLessThan(
          2e-6,
        );
      }
    }
  });

  it('gives one sample alone what it gives it in a batch', () => {
    const [alone, together] = tf.tidy(() => {
      const x = tf.tensor4d(values, [N, H, W, C]);
      const first = tf.slice(x, [0, 0, 0, 0], [1, H, W, C]);
      return [instanceNorm(first).dataSync(), instanceNorm(x).dataSync()];
    });
    expect(largestDifference(alone, together.slice(0, H * W * C))).toBeLessThan(1e-6);
  });

  it('uses the statistics of the whole batch for batch norm, then scale and shift', () => {
    const scale = [0.5, 2, -1];
    const shift = [1, 0, -3];
    const result = tf.tidy(() =>
      batchNormOfBatch(
        tf.tensor4d(values, [N, H, W, C]),
        tf.tensor1d(scale),
        tf.tensor1d(shift),
      ).dataSync(),
    );
    for (const c of [0, 1, 2]) {
      const expected = standardised([0, 1], c).map((x) => x * scale[c] + shift[c]);
      expect(largestDifference(channelOf(result, [0, 1], c), expected)).toBeLessThan(5e-6);
    }
  });

  it('leaves only its result behind', () => {
    const x = tf.tensor4d(values, [N, H, W, C]);
    const before = tf.memory().numTensors;
    const result = instanceNorm(x);
    expect(tf.memory().numTensors).toBe(before + 1);
    tf.dispose([x, result]);
  });
});
