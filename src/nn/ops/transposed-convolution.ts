import * as tf from '../tf.ts';

/** The two kernels a doubling transposed convolution is made of; both give even and odd columns at once. */
export interface DoublingKernels {
  /** `[1, 2, in, 2·out]` */
  evenRows: tf.Tensor4D;
  /** `[2, 2, in, 2·out]` */
  oddRows: tf.Tensor4D;
  /** `[2·out]` */
  bias: tf.Tensor1D;
}

/**
 * Rearranges the weights of a 3×3 transposed convolution of stride 2, padding 1, output padding 1. Output pixel
 * `2m` sees input `m` through tap 1; output pixel `2m + 1` sees `m` through tap 2 and `m + 1` through tap 0.
 * Differentiable, so that trainable weights can stay in their own form.
 * @param weight `[3, 3, in, out]` (PyTorch's `[in, out, 3, 3]` transposed by `[2, 3, 0, 1]`)
 * @param bias `[out]`
 */
export function doublingKernels(weight: tf.Tensor4D, bias: tf.Tensor1D): DoublingKernels {
  return tf.tidy(() => {
    const [, , inputs, outputs] = weight.shape;
    const tap = (row: number, column: number) =>
      tf.slice(weight, [row, column, 0, 0], [1, 1, inputs, outputs]);
    const row = (index: number) => {
      const left = tf.concat([tap(index, 1), tap(index, 2)], 3);
      const right = tf.concat([tf.zeros([1, 1, inputs, outputs]), tap(index, 0)], 3);
      return tf.concat([left, right], 1) as tf.Tensor4D;
    };
    return {
      evenRows: row(1),
      oddRows: tf.concat([row(2), row(0)], 0),
      bias: tf.concat([bias, bias]) as tf.Tensor1D,
    };
  });
}

/**
 * Transposed convolution 3×3, stride 2, padding 1, output padding 1, which doubles the size exactly. Two ordinary
 * convolutions, for even and for odd rows, whose results only need their rows interleaved: 12 multiplications
 * where 9 are needed, but on the optimised kernels (about nine times as fast as `conv2dTranspose` on WASM).
 * @param x `[N, H, W, in]`
 * @returns `[N, 2H, 2W, out]`
 */
export function doublingConvolution(
  x: tf.Tensor4D,
  { evenRows, oddRows, bias }: DoublingKernels,
): tf.Tensor4D {
  return tf.tidy(() => {
    const [batch, height, width] = x.shape;
    const outputs = bias.shape[0] / 2;
    const rows = (filter: tf.Tensor4D, below: number) =>
      tf.tidy(() => {
        const pad: tf.backend_util.ExplicitPadding = [
          [0, 0],
          [0, below],
          [0, 1],
          [0, 0],
        ];
        const y = tf.fused.conv2d({ x, filter, bias, strides: 1, pad });
        return tf.reshape(y, [batch * height, 1, width * 2 * outputs]);
      });
    const interleaved = tf.tidy(() => tf.concat([rows(evenRows, 0), rows(oddRows, 1)], 1));
    return tf.reshape(interleaved, [batch, 2 * height, 2 * width, outputs]);
  });
}
