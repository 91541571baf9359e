import * as tf from '../tf.ts';

/**
 * Halves height and width by the mean over 3×3 pixels of which those beyond the edge do not count
 * (`AvgPool2d(3, stride=2, padding=1, count_include_pad=False)`); odd sides are rounded up.
 * @param x `[N, H, W, C]`
 */
export function halvingAveragePool(x: tf.Tensor4D): tf.Tensor4D {
  return tf.avgPool(x, 3, 2, 1);
}
