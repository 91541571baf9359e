import * as tf from '../tf.ts';
import { conv2dResample } from './conv2d-resample.ts';
import type { FirFilter } from './fir-filter.ts';

/** How StyleGAN2 modulates (spec A.8). */
export interface StyleConvolutionOptions {
  /** Added to the result, `[H, W]`, already times its strength. */
  noise?: tf.Tensor2D | null;
  up?: number;
  padding?: number;
  resampleFilter: FirFilter;
  demodulate?: boolean;
  flipWeight?: boolean;
}

/**
 * StyleGAN2's modulated convolution of `[N, H, W, in]` with `kernel` `[h, w, in, out]` and `styles` `[N, in]`,
 * by scaling input and output, as its training does.
 */
export function styleConvolution(
  x: tf.Tensor4D,
  kernel: tf.Tensor4D,
  styles: tf.Tensor2D,
  options: StyleConvolutionOptions,
): tf.Tensor4D {
  const { noise = null, resampleFilter, demodulate = true, ...resample } = options;
  return tf.tidy(() => {
    const [n, into] = styles.shape;
    const scaled = tf.mul(x, tf.reshape(styles, [n, 1, 1, into])) as tf.Tensor4D;
    let y = conv2dResample(scaled, kernel, resampleFilter, resample);
    if (demodulate) {
      const energy = tf.sum(tf.square(kernel), [0, 1]) as tf.Tensor2D;
      const sum = tf.matMul(tf.square(styles), energy);
      y = tf.mul(y, tf.reshape(tf.rsqrt(tf.add(sum, 1e-8)), [n, 1, 1, kernel.shape[3]]));
    }
    return noise ? tf.add(y, tf.reshape(noise, [1, ...noise.shape, 1])) : y;
  });
}
