import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend.ts';
import * as tf from '../tf.ts';
import { stripConvolution } from './strip-convolution.ts';
import { stripHeight } from './strip-height.ts';

function wave(shape: number[], step: number): tf.Tensor {
  const size = shape.reduce((product, side) => product * side, 1);
  return tf.tensor(
    Float32Array.from({ length: size }, (_, i) => Math.sin(i * step)),
    shape,
  );
}

describe('stripHeight', () => {
  it('is the whole map where its pointers fit', () => {
    expect(stripHeight(256, 256, 49)).toBe(256);
  });

  it('cuts a full-size map of 7 × 7 taps into strips of one height', () => {
    // 1024 × 1024 × 49 pointers are 196 MiB: seven strips of 32 MiB at most.
    expect(stripHeight(1024, 1024, 49)).toBe(147);
    expect(stripHeight(10, 1_000_000, 49)).toBe(1);
  });
});

describe.each(['cpu', 'wasm'] as const)('stripConvolution on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each([1, 2, 3])('of %i rows a strip gives what the whole map gives, to the bit', (rows) => {
    const outcome = tf.tidy(() => {
      const x = wave([2, 11, 9, 3], 1.3) as tf.Tensor4D;
      const filter = wave([3, 3, 3, 5], 0.7) as tf.Tensor4D;
      const bias = wave([5], 1) as tf.Tensor1D;
      const whole = tf.fused.conv2d({ x, filter, bias, strides: 1, pad: 'valid' });
      const strips = stripConvolution(x, filter, bias, rows * 7 * 9 * 4);
      return { shape: strips.shape, strips: strips.dataSync(), whole: whole.dataSync() };
    });
    expect(outcome.shape).toEqual([2, 9, 7, 5]);
    expect(outcome.strips).toEqual(outcome.whole);
    expect(tf.memory().numTensors).toBe(0);
  });
});
