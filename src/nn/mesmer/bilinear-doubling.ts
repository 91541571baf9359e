import * as tf from '../tf.ts';

/**
 * Twice the height and width by bilinear interpolation between pixel centres (Keras' `UpSampling2D(interpolation=
 * 'bilinear')`). Its gradient is right after `prepareGradients`.
 * @param x `[N, H, W, C]`
 */
export function bilinearDoubling(x: tf.Tensor4D): tf.Tensor4D {
  return tf.image.resizeBilinear(x, [2 * x.shape[1], 2 * x.shape[2]], false, true);
}
