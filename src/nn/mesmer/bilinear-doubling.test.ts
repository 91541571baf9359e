import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { releaseBackend, useBackend } from '../backend/use-backend.ts';
import * as tf from '../tf.ts';
import { bilinearDoubling } from './bilinear-doubling.ts';

describe('bilinearDoubling', () => {
  beforeAll(async () => {
    await useBackend('wasm');
  });
  afterAll(releaseBackend);

  it('reads between pixel centres and repeats the ends', () => {
    const doubled = tf.tidy(() =>
      bilinearDoubling(tf.tensor4d([0, 4, 8], [1, 1, 3, 1])).dataSync(),
    );
    expect(Array.from(doubled.slice(0, 6))).toEqual([0, 1, 3, 5, 7, 8]);
  });

  it('has the gradient that finite steps have', () => {
    tf.tidy(() => {
      const x = tf.randomNormal([2, 3, 4, 2], 0, 1, 'float32', 3) as tf.Tensor4D;
      const factors = tf.randomNormal([2, 6, 8, 2], 0, 1, 'float32', 4);
      const weighted = (input: tf.Tensor) =>
        tf.sum(tf.mul(bilinearDoubling(input as tf.Tensor4D), factors)) as tf.Scalar;
      const doubling = (input: tf.Tensor) => bilinearDoubling(input as tf.Tensor4D);
      const gradient = tf.grad(doubling)(x, factors).dataSync();
      // The operation is linear: the change by a unit step is the derivative.
      const base = weighted(x).dataSync()[0];
      for (let i = 0; i < x.size; i++) {
        const step = tf.reshape(tf.oneHot(i, x.size), x.shape);
        const moved = weighted(tf.add(x, tf.cast(step, 'float32'))).dataSync()[0];
        expect(gradient[i]).toBeCloseTo(moved - base, 4);
      }
    });
  });
});
