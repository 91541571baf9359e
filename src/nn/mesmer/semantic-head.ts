import { HEAD_EPSILON } from '../../checkpoints/segmenters/mesmer/batch-norm-layers.ts';
import * as tf from '../tf.ts';
import { bilinearDoubling } from './bilinear-doubling.ts';
import type { PanopticLayers } from './panoptic-layers.ts';

/**
 * One head without its last activation: enlarges the pyramid's finest level to the image's size and reads the output off
 * it.
 * @param features `[N, H / 2^doublings, W / 2^doublings, pyramidChannels]`
 * @param index the head's number, which is in its layers' names
 * @returns `[N, H, W, outputs]`
 */
export function semanticHead(
  layers: PanopticLayers,
  features: tf.Tensor4D,
  index: number,
  doublings: number,
): tf.Tensor4D {
  return tf.tidy(() => {
    let x = features;
    for (let i = 0; i < doublings; i++) {
      const convolved = layers.convolution(x, `conv_${i}_semantic_upsample_${index}`);
      x = bilinearDoubling(convolved);
    }
    x = layers.convolution(x, `conv_0_semantic_${index}`);
    x = layers.batchNorm(x, `batch_normalization_0_semantic_${index}`, HEAD_EPSILON);
    return layers.convolution(tf.relu(x), `conv_1_semantic_${index}`);
  });
}
