import type { MaskRcnnConfig } from '../../checkpoints/bundle/segmenter-configs.ts';
import { backboneConvolutions } from '../../checkpoints/segmenters/maskrcnn-blocks.ts';
import { maskRcnnShapes } from '../../checkpoints/segmenters/maskrcnn-shapes.ts';
import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import * as tf from '../tf.ts';
import { foldBatchNorm, foldedConvolution } from './batch-norm.ts';
import { type NetworkWeights, readNetworkWeights } from './network-weights.ts';
import { type BackboneStep, backboneSteps } from './residual-backbone.ts';

/** A Mask R-CNN ready to run. */
export interface MaskRcnn {
  backbone: BackboneStep[];
  /** Weights of all that follows the backbone (and of the backbone, with its norms in its convolutions). */
  weights: NetworkWeights;
  /** Anchor sides in pixels by level, and their ratios of height to width. */
  anchorSizes: readonly number[];
  aspectRatios: readonly number[];
  maskConvolutions: number;
  /** Frees the weights. */
  dispose(): void;
}

/** The weights with every batch norm of the backbone taken into its convolution; frees what it replaces. */
function withFoldedNorms(
  weights: Map<string, tf.Tensor>,
  config: MaskRcnnConfig,
): Map<string, tf.Tensor> {
  for (const names of backboneConvolutions(config)) {
    const { filter, bias } = foldBatchNorm(weights, names, config.batchNormEpsilon);
    weights.get(`${names.convolution}.weight`)?.dispose();
    weights.set(`${names.convolution}.weight`, filter);
    weights.set(`${names.convolution}.bias`, bias);
    for (const part of ['weight', 'bias', 'running_mean', 'running_var']) {
      weights.get(`${names.norm}.${part}`)?.dispose();
      weights.delete(`${names.norm}.${part}`);
    }
  }
  return weights;
}

/**
 * Puts a Mask R-CNN on the current backend.
 * @throws CytoForgeError `missing-tensor`, `wrong-architecture`; nothing is left allocated.
 */
export function loadMaskRcnn(config: MaskRcnnConfig, source: TensorSource): MaskRcnn {
  const weights = withFoldedNorms(readNetworkWeights(maskRcnnShapes(config), source), config);
  const { anchorSizes, aspectRatios, maskConvolutions } = config;
  return {
    backbone: backboneSteps(config, foldedConvolution(weights)),
    weights,
    anchorSizes,
    aspectRatios,
    maskConvolutions,
    dispose: () => tf.dispose([...weights.values()]),
  };
}
