import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend.ts';
import * as tf from '../tf.ts';
import { doublingConvolution, doublingKernels } from './transposed-convolution.ts';

const [N, H, W, INPUTS, OUTPUTS] = [2, 4, 5, 3, 2];
const x = Float32Array.from({ length: N * H * W * INPUTS }, (_, i) => Math.sin(i * 1.3));
const weight = Float32Array.from({ length: 9 * INPUTS * OUTPUTS }, (_, i) => Math.cos(i * 0.9));
const bias = [0.25, -1];

/** Scatters every input pixel through the kernel: stride 2, padding 1, output padding 1. */
function scattered(): Float64Array {
  const result = new Float64Array(N * 2 * H * 2 * W * OUTPUTS);
  for (let i = 0; i < result.length; i++) result[i] = bias[i % OUTPUTS];
  for (let n = 0; n < N; n++)
    for (let row = 0; row < H; row++)
      for (let column = 0; column < W; column++)
        for (let tap = 0; tap < 9; tap++) {
          const toRow = 2 * row - 1 + Math.trunc(tap / 3);
          const toColumn = 2 * column - 1 + (tap % 3);
          if (toRow < 0 || toColumn < 0 || toRow >= 2 * H || toColumn >= 2 * W) continue;
          for (let i = 0; i < INPUTS; i++)
            for (let o = 0; o < OUTPUTS; o++)
              result[((n * 2 * H + toRow) * 2 * W + toColumn) * OUTPUTS + o] +=
                x[((n * H + row) * W + column) * INPUTS + i] *
                weight[(tap * INPUTS + i) * OUTPUTS + o];
        }
  return result;
}

const input = () => tf.tensor4d(x, [N, H, W, INPUTS]);
const kernel = () => tf.tensor4d(weight, [3, 3, INPUTS, OUTPUTS]);

describe.each(['cpu', 'wasm'] as const)('doubling convolution on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('is the transposed convolution 3×3, stride 2, padding 1, output padding 1', () => {
    const { shape, data } = tf.tidy(() => {
      const y = doublingConvolution(input(), doublingKernels(kernel(), tf.tensor1d(bias)));
      return { shape: y.shape, data: y.dataSync() };
    });
    expect(shape).toEqual([N, 2 * H, 2 * W, OUTPUTS]);
    const expected = scattered();
    const differences = Array.from(data, (value, i) => Math.abs(value - expected[i]));
    expect(Math.max(...differences)).toBeLessThan(1e-5);
  });

  it('leaves only its result behind', () => {
    const kernels = doublingKernels(tf.tidy(kernel), tf.tensor1d(bias));
    const pixels = input();
    const before = tf.memory().numTensors;
    const y = doublingConvolution(pixels, kernels);
    expect(tf.memory().numTensors).toBe(before + 1);
    tf.dispose([y, pixels, kernels.evenRows, kernels.oddRows, kernels.bias]);
  });
});
