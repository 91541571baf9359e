import type { MesmerConfig } from '../../checkpoints/bundle/segmenter-configs.ts';
import { headOutputs } from '../../checkpoints/segmenters/mesmer/panoptic-tensors.ts';
import * as tf from '../tf.ts';
import { backbone } from './backbone.ts';
import { featurePyramid } from './feature-pyramid.ts';
import { withLocation } from './location-planes.ts';
import type { PanopticLayers } from './panoptic-layers.ts';
import { semanticHead } from './semantic-head.ts';

/**
 * PanopticNet before the heads' last activations, for inference and training alike; every operation has a gradient.
 * @param images `[N, H, W, inputChannels]`; H and W are multiples of 2 to the coarsest level
 * @param heads numbers of those that are wanted; all if absent
 * @returns by head `[N, H, W, 1]` or `[N, H, W, 3]`
 */
export function panopticLogits(
  config: MesmerConfig,
  layers: PanopticLayers,
  images: tf.Tensor4D,
  heads: readonly number[] = headOutputs(config).map((_, i) => i),
): tf.Tensor4D[] {
  return tf.tidy(() => {
    const channels = layers.convolution(withLocation(images), 'conv_channels');
    const { pyramidLevels } = config;
    const finest = featurePyramid(layers, backbone(config, layers, channels), pyramidLevels);
    return heads.map((head) => semanticHead(layers, finest, head, pyramidLevels[0]));
  });
}

/**
 * The outputs of all heads: inner distances after ReLU; shares of edge, interior and background after softmax.
 * @param logits as `panopticLogits` gives them; left to the caller
 */
export function activateHeads(logits: readonly tf.Tensor4D[]): tf.Tensor4D[] {
  return logits.map((each) => (each.shape[3] === 1 ? tf.relu(each) : tf.softmax(each)));
}
