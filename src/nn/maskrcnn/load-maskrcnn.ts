import type { MaskRcnnConfig } from '../../checkpoints/bundle/segmenter-configs.ts';
import { backboneConvolutions } from '../../checkpoints/segmenters/maskrcnn-blocks.ts';
import { maskRcnnShapes } from '../../checkpoints/segmenters/maskrcnn-shapes.ts';
import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import { loadNamedTensors, type NamedTensors } from '../named-tensors.ts';
import * as tf from '../tf.ts';
import { foldBatchNorm, foldedConvolution } from './batch-norm.ts';
import { type BackboneStep, backboneSteps } from './residual-backbone.ts';

/** A Mask R-CNN ready to run. */
export interface MaskRcnn {
  backbone: BackboneStep[];
  /** Weights of all that follows the backbone (and of the backbone, with its norms in its convolutions). */
  weights: NamedTensors;
  /** Anchor sides in pixels by level, and their ratios of height to width. */
  anchorSizes: readonly number[];
  aspectRatios: readonly number[];
  maskConvolutions: number;
  /** Frees the weights. */
  dispose(): void;
}

const NORM_PARTS = ['weight', 'bias', 'running_mean', 'running_var'];

/** The weights with every batch norm of the backbone taken into its convolution; frees what it replaces. */
function withFoldedNorms(
  weights: Readonly<Record<string, tf.Tensor>>,
  config: MaskRcnnConfig,
): NamedTensors {
  const folded = { ...weights };
  for (const names of backboneConvolutions(config)) {
    const { filter, bias } = foldBatchNorm(weights, names, config.batchNormEpsilon);
    folded[`${names.convolution}.weight`] = filter;
    folded[`${names.convolution}.bias`] = bias;
    weights[`${names.convolution}.weight`].dispose();
    for (const part of NORM_PARTS) {
      weights[`${names.norm}.${part}`].dispose();
      delete folded[`${names.norm}.${part}`];
    }
  }
  return folded;
}

/**
 * Puts a Mask R-CNN on the current backend.
 * @throws CytoForgeError `missing-tensor`, `wrong-architecture`; nothing is left allocated.
 */
export function loadMaskRcnn(config: MaskRcnnConfig, source: TensorSource): MaskRcnn {
  const weights = withFoldedNorms(loadNamedTensors(source, maskRcnnShapes(config)), config);
  const { anchorSizes, aspectRatios, maskConvolutions } = config;
  return {
    backbone: backboneSteps(config, foldedConvolution(weights)),
    weights,
    anchorSizes,
    aspectRatios,
    maskConvolutions,
    dispose: () => tf.dispose(Object.values(weights)),
  };
}
