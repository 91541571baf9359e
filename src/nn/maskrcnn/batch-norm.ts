import * as tf from '../tf.ts';
import { type ConvolutionOptions, convolution } from './layers.ts';
import type { NetworkWeights } from './network-weights.ts';
import { weightOf } from './weight-of.ts';

/**
 * A convolution and the batch norm after it, then a ReLU if asked for.
 * @param x `[N, H, W, in]`
 */
export type NormedConvolution = (
  x: tf.Tensor4D,
  names: { convolution: string; norm: string },
  options: ConvolutionOptions,
) => tf.Tensor4D;

/** Hears the statistics of a batch, `[C]` each; the tensors are freed after the call. */
export type StatisticsListener = (norm: string, mean: tf.Tensor1D, variance: tf.Tensor1D) => void;

/** For inference: the convolutions carry their norms (`foldBatchNorm`). */
export function foldedConvolution(weights: NetworkWeights): NormedConvolution {
  return (x, names, options) => convolution(weights, names.convolution, x, options);
}

/**
 * For training: norms take the statistics of the batch, differentiably.
 * @param onStatistics keeps running means of them for inference; the variance is the unbiased one, as PyTorch keeps
 */
export function batchStatisticsConvolution(
  weights: NetworkWeights,
  epsilon: number,
  onStatistics: StatisticsListener,
): NormedConvolution {
  return (x, names, options) =>
    tf.tidy(() => {
      const y = convolution(weights, names.convolution, x, { ...options, relu: false });
      const [batch, height, width] = y.shape;
      const count = batch * height * width;
      const mean = tf.mean(y, [0, 1, 2]) as tf.Tensor1D;
      const centred = tf.sub(y, mean);
      const variance = tf.mean(tf.square(centred), [0, 1, 2]) as tf.Tensor1D;
      onStatistics(names.norm, mean, tf.mul(variance, count / Math.max(count - 1, 1)));
      const deviation = tf.sqrt(tf.add(variance, epsilon));
      const scale = tf.div(weightOf<tf.Tensor1D>(weights, `${names.norm}.weight`), deviation);
      const shift = weightOf<tf.Tensor1D>(weights, `${names.norm}.bias`);
      const normed = tf.add(tf.mul(centred, scale), shift) as tf.Tensor4D;
      return options.relu ? tf.relu(normed) : normed;
    });
}

/** For validation: norms take the statistics that are kept, as variables that may still change. */
export function storedStatisticsConvolution(
  weights: NetworkWeights,
  epsilon: number,
): NormedConvolution {
  return (x, names, options) =>
    tf.tidy(() => {
      const { filter, bias } = foldBatchNorm(weights, names, epsilon);
      const folded = new Map<string, tf.Tensor>([
        [`${names.convolution}.weight`, filter],
        [`${names.convolution}.bias`, bias],
      ]);
      return convolution(folded, names.convolution, x, options);
    });
}

/**
 * A convolution that does what it and its batch norm with stored statistics do.
 * @param filter `[kernel, kernel, in, out]`
 * @returns the changed filter, and the bias `[out]`
 */
export function foldBatchNorm(
  weights: NetworkWeights,
  names: { convolution: string; norm: string },
  epsilon: number,
): { filter: tf.Tensor4D; bias: tf.Tensor1D } {
  return tf.tidy(() => {
    const of = (part: string) => weightOf<tf.Tensor1D>(weights, `${names.norm}.${part}`);
    const deviation = tf.sqrt(tf.add(of('running_var'), epsilon));
    const scale = tf.div(of('weight'), deviation);
    const filter = weightOf<tf.Tensor4D>(weights, `${names.convolution}.weight`);
    return {
      filter: tf.mul(filter, scale) as tf.Tensor4D,
      bias: tf.sub(of('bias'), tf.mul(of('running_mean'), scale)) as tf.Tensor1D,
    };
  });
}
