import type { NamedTensors } from '../named-tensors.ts';
import { type StatisticsObserver, trainingBatchNorm } from '../ops/batch-norm.ts';
import * as tf from '../tf.ts';
import type { BatchNorm } from './panoptic-layers.ts';

/** For weights whose batch norms are in their convolutions (`foldBatchNorms`). */
export const foldedNorm: BatchNorm = (x) => x;

/** Batch norms by the statistics that the checkpoint stores. */
export function storedNorm(weights: NamedTensors): BatchNorm {
  const vector = (name: string) => weights[name] as tf.Tensor1D;
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

/**
 * Batch norms by the statistics of the batch at hand, as the network trains.
 * @param observe hears them, for the running ones
 */
export function batchNormOfBatch(weights: NamedTensors, observe: StatisticsObserver): BatchNorm {
  return (x, layer, epsilon) => {
    const named = {
      [`${layer}.weight`]: weights[`${layer}/gamma`],
      [`${layer}.bias`]: weights[`${layer}/beta`],
    };
    return trainingBatchNorm(named, epsilon, observe)(x, layer);
  };
}
