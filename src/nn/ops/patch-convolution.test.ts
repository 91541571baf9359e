import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend.ts';
import * as tf from '../tf.ts';
import { patchConvolution } from './patch-convolution.ts';
import { isWideFilter } from './wide-filter.ts';

function wave(shape: number[], step: number): tf.Tensor {
  const size = shape.reduce((product, side) => product * side, 1);
  return tf.tensor(
    Float32Array.from({ length: size }, (_, i) => Math.sin(i * step)),
    shape,
  );
}

describe.each(['cpu', 'wasm'] as const)('patchConvolution on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each([
    [3, 3],
    [2, 3],
  ])(
    'gives what a convolution of %i by %i taps gives, and leaves nothing behind',
    (down, across) => {
      const outcome = tf.tidy(() => {
        const x = wave([2, 6, 7, 3], 1.3) as tf.Tensor4D;
        const filter = wave([down, across, 3, 5], 0.7) as tf.Tensor4D;
        const bias = wave([5], 1) as tf.Tensor1D;
        const expected = tf.fused.conv2d({ x, filter, bias, strides: 1, pad: 'valid' });
        const actual = patchConvolution(x, filter, bias);
        const difference = tf.max(tf.abs(tf.sub(actual, expected))).dataSync()[0];
        return { shape: actual.shape, expected: expected.shape, difference };
      });
      expect(outcome.shape).toEqual(outcome.expected);
      expect(outcome.difference).toBeLessThan(1e-5);
      expect(tf.memory().numTensors).toBe(0);
    },
  );
});

describe('isWideFilter', () => {
  it('is true of the deepest convolutions of the official generators', () => {
    expect(isWideFilter(9 * 1024 * 1024)).toBe(true);
    expect(isWideFilter(9 * 256 * 256)).toBe(false);
  });
});
