import type { CellposeConfig } from '../../checkpoints/bundle/segmenter-configs.ts';
import { cellposeTensorShapes } from '../../checkpoints/segmenters/cellpose-tensors.ts';
import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import { CPNET_EPSILON, runCpnet } from '../../nn/cellpose/cpnet.ts';
import { type BatchNorm, storedBatchNorm, trainingBatchNorm } from '../../nn/ops/batch-norm.ts';
import { stackImages } from '../data/stack-examples.ts';
import { keepRunningStatistics } from '../torch/running-statistics.ts';
import { torchVariables } from '../torch/torch-variables.ts';
import type { LossMode, TrainableNetwork } from '../trainable-network.ts';
import { cellposeLoss } from './cellpose-loss.ts';
import { cellposeTargets } from './cellpose-targets.ts';

/** The share that the newest batch has in running statistics; 0.05 in Cellpose 3. */
const MOMENTUM = 0.05;

/**
 * CPnet in training; its examples are prepared by `prepareForCellpose`.
 * @param weights to begin with, under official names and layouts.
 * @throws CytoForgeError `missing-tensor`, `wrong-architecture`.
 */
export function trainableCellpose(config: CellposeConfig, weights: TensorSource): TrainableNetwork {
  const variables = torchVariables(weights, cellposeTensorShapes(config));
  const { all, statistics } = variables;
  const observe = keepRunningStatistics(statistics, MOMENTUM);
  const norms: Record<LossMode, BatchNorm> = {
    training: trainingBatchNorm(all, CPNET_EPSILON, observe),
    validation: storedBatchNorm(all, CPNET_EPSILON),
  };
  const scales = config.channels.length - 1;
  return {
    ...variables,
    loss(examples, mode, onPart) {
      const targets = cellposeTargets(examples.map(({ labels }) => labels));
      const { maps } = runCpnet({ weights: all, norm: norms[mode] }, stackImages(examples), scales);
      return cellposeLoss(maps, targets, onPart);
    },
  };
}
