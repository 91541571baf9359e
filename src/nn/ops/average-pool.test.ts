import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend.ts';
import * as tf from '../tf.ts';
import { halvingAveragePool } from './average-pool.ts';

describe.each(['cpu', 'wasm'] as const)('halvingAveragePool on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('does not count what lies beyond the edge', () => {
    // torch.nn.AvgPool2d(3, 2, 1, count_include_pad=False) of arange(20).reshape(4, 5)
    const means = tf.tidy(() => {
      const x = tf.tensor4d(
        Float32Array.from({ length: 20 }, (_, i) => i),
        [1, 4, 5, 1],
      );
      return Array.from(halvingAveragePool(x).dataSync());
    });
    expect(means).toEqual([3, 4.5, 6, 10.5, 12, 13.5]);
    expect(tf.memory().numTensors).toBe(0);
  });
});
