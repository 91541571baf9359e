import type { NamedTensors } from '../named-tensors.ts';
import * as tf from '../tf.ts';
import { convolution, doubleNearest, everySecond } from './layers.ts';

const PYRAMID = 'backbone.fpn';

/**
 * The feature pyramid (Lin et al. 2017): every map brought to the same channels, the coarser ones added to the finer,
 * smoothed, and one more at half the size of the coarsest, which only proposals are made from.
 * @param maps `[N, H, W, C]` of strides 4, 8, 16 …, every one half the size of the one before
 * @returns one more map than was given, finest first
 */
export function featurePyramid(weights: NamedTensors, maps: readonly tf.Tensor4D[]): tf.Tensor4D[] {
  return tf.tidy(() => {
    const merged: tf.Tensor4D[] = [];
    for (let level = maps.length - 1; level >= 0; level--) {
      const own = convolution(weights, `${PYRAMID}.inner_blocks.${level}.0`, maps[level]);
      merged.unshift(level === maps.length - 1 ? own : tf.add(own, doubleNearest(merged[0])));
    }
    const smooth = merged.map((map, level) =>
      convolution(weights, `${PYRAMID}.layer_blocks.${level}.0`, map, { pad: 1 }),
    );
    return [...smooth, everySecond(smooth[smooth.length - 1])];
  });
}
