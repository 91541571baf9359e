import type { MesmerConfig } from '../../checkpoints/bundle/segmenter-configs.ts';
import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import { batchNormOfBatch, storedNorm } from '../../nn/mesmer/batch-norms.ts';
import { panopticLayers } from '../../nn/mesmer/panoptic-layers.ts';
import { panopticLogits } from '../../nn/mesmer/panoptic-net.ts';
import * as tf from '../../nn/tf.ts';
import { stackImages } from '../data/stack-examples.ts';
import type { TrainableNetwork } from '../trainable-network.ts';
import { keepMovingStatistics, kerasVariables } from './keras-variables.ts';
import { distanceLoss, PIXELWISE_SHARE, pixelwiseLoss } from './panoptic-loss.ts';
import { panopticTargets } from './panoptic-targets.ts';

/**
 * A PanopticNet that learns one compartment: the loss is that of its inner distances and, a hundredth of it, that of its
 * pixelwise transform (spec 2.4). Examples are prepared images (`preprocessForMesmer`).
 * @param config of a `small` backbone, one compartment
 * @param weights to begin with
 */
export function trainablePanopticNet(
  config: MesmerConfig,
  weights: TensorSource,
): TrainableNetwork {
  const variables = kerasVariables(weights);
  const { all, statistics } = variables;
  return {
    parameters: variables.parameters,
    statistics,
    loss(examples, mode, onPart) {
      const norm =
        mode === 'training'
          ? batchNormOfBatch(all, keepMovingStatistics(statistics))
          : storedNorm(all);
      const [distances, classes] = panopticLogits(
        config,
        panopticLayers(all, norm),
        stackImages(examples),
      );
      const targets = panopticTargets(examples);
      const distance = distanceLoss(distances, targets.distance);
      const pixelwise = pixelwiseLoss(classes, targets.pixelwise);
      onPart?.('distance', distance);
      onPart?.('pixelwise', pixelwise);
      return tf.add(distance, tf.mul(pixelwise, PIXELWISE_SHARE));
    },
    readWeights: variables.readWeights,
    dispose: variables.dispose,
  };
}
