import type { NamedTensors } from '../named-tensors.ts';
import { affineOfBatchNorm, type BatchNorm } from '../ops/batch-norm.ts';
import * as tf from '../tf.ts';
import { type ConvolutionOptions, convolution } from './layers.ts';

/** Names of a convolution and of the batch norm after it. */
export interface NormedNames {
  convolution: string;
  norm: string;
}

/**
 * A convolution and the batch norm after it, then a ReLU if asked for.
 * @param x `[N, H, W, in]`
 */
export type NormedConvolution = (
  x: tf.Tensor4D,
  names: NormedNames,
  options: ConvolutionOptions,
) => tf.Tensor4D;

/** For inference: the convolutions carry their norms (`foldBatchNorm`). */
export function foldedConvolution(weights: NamedTensors): NormedConvolution {
  return (x, names, options) => convolution(weights, names.convolution, x, options);
}

/** For training: norms by themselves, of the batch or of what is kept. */
export function convolutionThenNorm(weights: NamedTensors, norm: BatchNorm): NormedConvolution {
  return (x, names, options) =>
    tf.tidy(() => {
      const y = convolution(weights, names.convolution, x, { ...options, relu: false });
      const normed = norm(y, names.norm);
      return options.relu ? tf.relu(normed) : normed;
    });
}

/**
 * A convolution that does what it and its batch norm with stored statistics do.
 * @returns the changed filter `[kernel, kernel, in, out]`, and the bias `[out]`
 */
export function foldBatchNorm(
  weights: NamedTensors,
  names: NormedNames,
  epsilon: number,
): { filter: tf.Tensor4D; bias: tf.Tensor1D } {
  return tf.tidy(() => {
    const { scale, shift } = affineOfBatchNorm(weights, names.norm, epsilon);
    const filter = weights[`${names.convolution}.weight`] as tf.Tensor4D;
    return { filter: tf.mul<tf.Tensor4D>(filter, scale), bias: tf.clone(shift) };
  });
}
