import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../nn/backend/use-backend.ts';
import * as tf from '../../nn/tf.ts';
import { binaryCrossEntropy } from './binary-cross-entropy.ts';

describe.each(['cpu', 'wasm'] as const)('binary cross-entropy of logits on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('is that of their sigmoids', () => {
    const logits = [-2, 0, 1.5];
    const targets = [0, 1, 0.25];
    const expected = logits.map((x, i) => {
      const p = 1 / (1 + Math.exp(-x));
      return -(targets[i] * Math.log(p) + (1 - targets[i]) * Math.log(1 - p));
    });
    const loss = tf.tidy(
      () => binaryCrossEntropy(tf.tensor1d(logits), tf.tensor1d(targets)).dataSync()[0],
    );
    expect(loss).toBeCloseTo(expected.reduce((a, b) => a + b) / 3, 5);
  });

  it('stays finite where a sigmoid is 0 or 1, and its gradient too', () => {
    const [loss, slope] = tf.tidy(() => {
      const targets = tf.tensor1d([1, 0]);
      const { value, grad } = tf.valueAndGrad((x: tf.Tensor) => binaryCrossEntropy(x, targets))(
        tf.tensor1d([-200, 200]),
      );
      return [value.dataSync()[0], [...grad.dataSync()]];
    });
    expect(loss).toBeCloseTo(200);
    expect(slope).toEqual([-0.5, 0.5]);
  });

  it('counts elements by their weights', () => {
    const loss = tf.tidy(() => {
      const [x, z, w] = [
        [0, 0],
        [1, 0],
        [3, 0],
      ].map((values) => tf.tensor1d(values));
      return binaryCrossEntropy(x, z, w).dataSync()[0];
    });
    expect(loss).toBeCloseTo(1.5 * Math.LN2, 5);
    expect(tf.memory().numTensors).toBe(0);
  });
});
