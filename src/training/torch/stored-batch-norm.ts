import type { NamedTensors } from '../../nn/named-tensors.ts';
import { affineOfBatchNorm, type BatchNorm } from '../../nn/ops/batch-norm.ts';
import * as tf from '../../nn/tf.ts';

/** Batch norms by the statistics that are stored beside them, as they are now. */
export function storedBatchNorm(weights: NamedTensors, epsilon: number): BatchNorm {
  return (x, name) =>
    tf.tidy(() => {
      const { scale, shift } = affineOfBatchNorm(weights, name, epsilon);
      return tf.add<tf.Tensor4D>(tf.mul(x, scale), shift);
    });
}
