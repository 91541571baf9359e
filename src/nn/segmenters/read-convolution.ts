import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import * as tf from '../tf.ts';

/** A convolution as the kernels want it. */
export interface Convolution {
  /** `[kernel, kernel, in, out]` */
  filter: tf.Tensor4D;
  /** `[out]` */
  bias: tf.Tensor1D;
}

/**
 * Reads `name.weight` (`[out, in, kernel, kernel]`) and `name.bias` onto the backend.
 * @throws CytoForgeError `missing-tensor`; nothing is left allocated.
 */
export function readConvolution(source: TensorSource, name: string): Convolution {
  const { data, shape } = source.read(`${name}.weight`);
  const bias = source.read(`${name}.bias`);
  const filter = tf.tidy(() =>
    tf.transpose<tf.Tensor4D>(
      tf.tensor4d(data, shape as [number, number, number, number], 'float32'),
      [2, 3, 1, 0],
    ),
  );
  return { filter, bias: tf.tensor1d(bias.data, 'float32') };
}
