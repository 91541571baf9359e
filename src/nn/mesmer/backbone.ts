import type { MesmerConfig } from '../../checkpoints/bundle/segmenter-configs.ts';
import { BACKBONE_EPSILON } from '../../checkpoints/segmenters/mesmer/batch-norm-layers.ts';
import {
  type BlockConvolution,
  type ResidualBlock,
  residualBlocks,
} from '../../checkpoints/segmenters/mesmer/residual-blocks.ts';
import * as tf from '../tf.ts';
import type { PanopticLayers } from './panoptic-layers.ts';

function padded(x: tf.Tensor4D, by: number): tf.Tensor4D {
  return tf.pad4d(x, [
    [0, 0],
    [by, by],
    [by, by],
    [0, 0],
  ]);
}

function normalised(
  layers: PanopticLayers,
  x: tf.Tensor4D,
  { name, stride }: Pick<BlockConvolution, 'name' | 'stride'>,
): tf.Tensor4D {
  const convolved = layers.convolution(x, `${name}_conv`, stride);
  return layers.batchNorm(convolved, `${name}_bn`, BACKBONE_EPSILON);
}

function residualBlock(layers: PanopticLayers, x: tf.Tensor4D, block: ResidualBlock): tf.Tensor4D {
  return tf.tidy(() => {
    const beside = block.shortcut ? normalised(layers, x, block.shortcut) : x;
    const last = block.convolutions.length - 1;
    const through = block.convolutions.reduce((previous, convolution, i) => {
      const next = normalised(layers, previous, convolution);
      return i < last ? tf.relu(next) : next;
    }, x);
    return tf.relu(tf.add<tf.Tensor4D>(beside, through));
  });
}

/** The small form pools 2 × 2, whose gradient every backend has. */
function pooled({ backbone }: MesmerConfig, x: tf.Tensor4D): tf.Tensor4D {
  return backbone === 'small'
    ? tf.maxPool(x, 2, 2, 'valid')
    : tf.maxPool(padded(x, 1), 3, 2, 'valid');
}

function stem(config: MesmerConfig, layers: PanopticLayers, x: tf.Tensor4D): tf.Tensor4D {
  return tf.tidy(() => {
    const convolved = layers.convolution(padded(x, 3), 'conv1_conv', 2, 'valid');
    return pooled(config, tf.relu(layers.batchNorm(convolved, 'conv1_bn', BACKBONE_EPSILON)));
  });
}

/**
 * Keras' ResNet without its classifier, or its small form.
 * @param x `[N, H, W, 3]`
 * @returns by level l the last feature map of a pixel per 2^l × 2^l of the image's (`C2` … `C5`)
 */
export function backbone(
  config: MesmerConfig,
  layers: PanopticLayers,
  x: tf.Tensor4D,
): Map<number, tf.Tensor4D> {
  const features = new Map<number, tf.Tensor4D>();
  let previous = stem(config, layers, x);
  for (const block of residualBlocks(config)) {
    previous = residualBlock(layers, previous, block);
    features.set(block.level, previous);
  }
  return features;
}
