import type { NamedTensors } from '../named-tensors.ts';
import * as tf from '../tf.ts';

/**
 * What stands for a batch norm: `x` `[N, H, W, C]` and the norm's Keras name in, the same shape out. Epsilon is that of
 * the layer.
 */
export type BatchNorm = (x: tf.Tensor4D, layer: string, epsilon: number) => tf.Tensor4D;

/** The layers of a PanopticNet over given weights. */
export interface PanopticLayers {
  /** The convolution of this Keras name; padding as Keras' `same` unless it is `valid`. */
  convolution(x: tf.Tensor4D, layer: string, stride?: number, pad?: 'same' | 'valid'): tf.Tensor4D;
  batchNorm: BatchNorm;
}

/**
 * Layers that find their weights by name.
 * @param batchNorm how batch norms are done: by stored statistics, by those of the batch, or not at all where they were
 * folded into the convolutions.
 */
export function panopticLayers(weights: NamedTensors, batchNorm: BatchNorm): PanopticLayers {
  const weight = (name: string): tf.Tensor => {
    const found = weights[name];
    if (found) return found;
    throw new Error(`PanopticNet was given no ${name}.`);
  };
  return {
    batchNorm,
    convolution: (x, layer, stride = 1, pad = 'same') =>
      tf.fused.conv2d({
        x,
        filter: weight(`${layer}/kernel`) as tf.Tensor4D,
        bias: weight(`${layer}/bias`),
        strides: stride,
        pad,
      }),
  };
}
