import * as tf from '../tf.ts';
import type { FirFilter } from './fir-filter.ts';
import { type ConvolutionWeight, kernelOf } from './modulated-convolution.ts';
import { upsampleMargins } from './resample2d.ts';
import { doublingConvolution, doublingKernels } from './transposed-convolution.ts';
import { prepareResampler } from './upfirdn2d.ts';

/** How StyleGAN2 modulates (spec A.8). */
export interface StyleConvolutionOptions {
  /**
   * Doubles the map by a true convolution (the kernel is flipped) with this filter after it, for 3 by 3 kernels;
   * without it, the convolution is a correlation that keeps the size.
   */
  doublingFilter?: FirFilter;
  /** Zeros on all sides, relative to the upsampled map. */
  padding?: number;
  /** False for ToRGB. */
  demodulate?: boolean;
}

/** A modulated convolution of StyleGAN2 whose weight is on the device, for maps of one size. */
export interface StyleConvolution {
  /** `[N, H, W, in]` and styles `[N, in]` to `[N, H', W', out]`. */
  apply(x: tf.Tensor4D, styles: tf.Tensor2D): tf.Tensor4D;
  dispose(): void;
}

type PlainConvolution = Pick<StyleConvolution, 'dispose'> & {
  apply(x: tf.Tensor4D): tf.Tensor4D;
};

/**
 * Transposed convolution, then the filter. `doublingConvolution` leaves out the first row and column, so it is
 * given a row and column of zeros before them; what those make is one row and column of the filter's padding.
 */
function prepareDoubling(
  kernel: tf.Tensor4D,
  [height, width]: [number, number],
  filter: FirFilter,
  padding: number,
): PlainConvolution {
  const margins = (taps: number): [number, number] => {
    const [low, high] = upsampleMargins(taps, 2);
    return [padding + low - 3, padding + high - 1];
  };
  const resampler = prepareResampler(filter, [2 * height + 2, 2 * width + 2], {
    padding: [...margins(filter.width), ...margins(filter.height)],
    gain: 4,
  });
  const kernels = tf.tidy(() => ({ ...doublingKernels(kernel, tf.zeros([kernel.shape[3]])) }));
  for (const tensor of Object.values(kernels)) tf.keep(tensor);
  return {
    apply(x) {
      const padded = tf.pad4d(x, [
        [0, 0],
        [1, 0],
        [1, 0],
        [0, 0],
      ]);
      return resampler.apply(doublingConvolution(padded, kernels));
    },
    dispose() {
      resampler.dispose();
      tf.dispose(Object.values(kernels));
    },
  };
}

function prepareCorrelation(kernel: tf.Tensor4D, padding: number): PlainConvolution {
  const own = tf.keep(tf.clone(kernel));
  const pad: [number, number] = [padding, padding];
  return {
    apply: (x) => tf.conv2d(x, own, 1, [[0, 0], pad, pad, [0, 0]]),
    dispose: () => own.dispose(),
  };
}

/**
 * Prepares StyleGAN2's modulated convolution with a weight `[out, in, h, w]` for maps of `height` by `width`, by
 * scaling input and output, as its training does.
 */
export function prepareStyleConvolution(
  weight: ConvolutionWeight,
  size: [height: number, width: number],
  options: StyleConvolutionOptions,
): StyleConvolution {
  const { doublingFilter, padding = 0, demodulate = true } = options;
  const [out, into] = weight.shape;
  const kernel = kernelOf(weight);
  const convolution = doublingFilter
    ? prepareDoubling(kernel, size, doublingFilter, padding)
    : prepareCorrelation(kernel, padding);
  /** Sum over the window of the squared weight, `[in, out]`. */
  const energy = demodulate
    ? tf.keep(tf.tidy(() => tf.sum(tf.square(kernel), [0, 1]) as tf.Tensor2D))
    : null;
  kernel.dispose();
  return {
    apply: (x, styles) =>
      tf.tidy(() => {
        const n = styles.shape[0];
        const scaled = tf.mul(x, tf.reshape(styles, [n, 1, 1, into])) as tf.Tensor4D;
        const y = convolution.apply(scaled);
        if (!energy) return y;
        const squares = tf.add(tf.matMul(tf.square(styles), energy), 1e-8);
        return tf.mul(y, tf.reshape(tf.rsqrt(squares), [n, 1, 1, out])) as tf.Tensor4D;
      }),
    dispose() {
      convolution.dispose();
      energy?.dispose();
    },
  };
}
