import type { U2NetConfig } from '../../checkpoints/bundle/segmenter-configs.ts';
import { U2NET } from '../../checkpoints/segmenters/u2net.ts';
import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import { storedBatchNorm, trainingBatchNorm } from '../../nn/ops/batch-norm.ts';
import * as tf from '../../nn/tf.ts';
import { u2netForward } from '../../nn/u2net/u2net-forward.ts';
import { U2NET_EPSILON, unfoldedParts } from '../../nn/u2net/u2net-weights.ts';
import { stackImages, stackMaps } from '../data/stack-examples.ts';
import { binaryCrossEntropy } from '../losses/binary-cross-entropy.ts';
import { initialWeights } from '../torch/initial-weights.ts';
import { keepRunningStatistics } from '../torch/running-statistics.ts';
import { torchVariables } from '../torch/torch-variables.ts';
import type { TrainableNetwork } from '../trainable-network.ts';
import { separatedForeground } from './separated-foreground.ts';

/** PyTorch's share of a batch in running statistics. */
const MOMENTUM = 0.1;

/** The biases before batch norms at zero, where they stay (`unfoldedParts`). */
function withoutBiases(source: TensorSource): TensorSource {
  return {
    ...source,
    read(name) {
      const tensor = source.read(name);
      return name.endsWith('.conv_s1.bias')
        ? { ...tensor, data: new Float32Array(tensor.data.length) }
        : tensor;
    },
  };
}

/**
 * A U²-Net in training: the sum of the binary cross-entropies of its seven maps (`u2net_train.py`), the target being
 * the foreground with touching objects apart.
 */
export function trainableU2Net(config: U2NetConfig, seed: number): TrainableNetwork {
  const shapes = U2NET.tensorShapes(config);
  const variables = torchVariables(withoutBiases(initialWeights(shapes, seed)), shapes);
  const { all, statistics } = variables;
  const observe = keepRunningStatistics(statistics, MOMENTUM);
  const norms = {
    training: trainingBatchNorm(all, U2NET_EPSILON, observe),
    validation: storedBatchNorm(all, U2NET_EPSILON),
  };
  return {
    ...variables,
    loss(examples, mode, onPart) {
      const parts = unfoldedParts(config.variant, all, norms[mode]);
      const target = stackMaps(examples, ({ labels }) => separatedForeground(labels));
      const [fused, ...sides] = u2netForward(parts, stackImages(examples)).map((logits) =>
        binaryCrossEntropy(logits, target),
      );
      onPart?.('fused', fused);
      return sides.reduce((sum, side) => tf.add<tf.Scalar>(sum, side), fused);
    },
  };
}
