import * as tf from '../tf.ts';
import type { BatchNorm, PanopticWeights } from './panoptic-layers.ts';

/** For weights whose batch norms are in their convolutions (`foldBatchNorms`). */
export const foldedNorm: BatchNorm = (x) => x;

/** Batch norms by the statistics that the checkpoint stores. */
export function storedNorm(weights: PanopticWeights): BatchNorm {
  const vector = (name: string): tf.Tensor1D => {
    const found = weights.get(name);
    if (found) return found as tf.Tensor1D;
    throw new Error(`PanopticNet was given no ${name}.`);
  };
  return (x, layer, epsilon) =>
    tf.batchNorm4d(
      x,
      vector(`${layer}/moving_mean`),
      vector(`${layer}/moving_variance`),
      vector(`${layer}/beta`),
      vector(`${layer}/gamma`),
      epsilon,
    );
}
