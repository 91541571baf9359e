import * as tf from '../tf.ts';
import type { FirFilter } from './fir-filter.ts';
import { downsampleMargins, upsampleMargins } from './resample2d.ts';
import { type Padding, upfirdn2d } from './upfirdn2d.ts';

/** A convolution with resampling before or after it. */
export interface Conv2dResampleOptions {
  up?: number;
  down?: number;
  /** Zeros on all sides, relative to the upsampled map. */
  padding?: number;
  /** True is correlation, false is true convolution (the kernel is flipped). */
  flipWeight?: boolean;
}

/**
 * Convolution with `kernel` `[h, w, in, out]` of `[N, H, W, C]`, with `filter` where it resamples. Filter and
 * convolution commute; each case takes the order that convolves the fewest pixels without a transposed
 * convolution, which the WASM backend runs slowly.
 */
export function conv2dResample(
  x: tf.Tensor4D,
  kernel: tf.Tensor4D,
  filter: FirFilter,
  options: Conv2dResampleOptions = {},
): tf.Tensor4D {
  const { up = 1, down = 1, padding = 0, flipWeight = true } = options;
  const margins = (taps: number): [number, number] => {
    const [low, high] = up > 1 ? upsampleMargins(taps, up) : [0, 0];
    const [lowDown, highDown] = down > 1 ? downsampleMargins(taps, down) : [0, 0];
    return [padding + low + lowDown, padding + high + highDown];
  };
  const pads: Padding = [...margins(filter.width), ...margins(filter.height)];
  return tf.tidy(() => {
    const weight = flipWeight ? kernel : (tf.reverse(kernel, [0, 1]) as tf.Tensor4D);
    const isPointwise = kernel.shape[0] === 1 && kernel.shape[1] === 1;
    if (up > 1) {
      const factors = { up: [up, up] as [number, number], padding: pads, gain: up * up };
      if (isPointwise && down === 1) {
        return upfirdn2d(tf.conv2d(x, weight, 1, 'valid'), filter, factors);
      }
      const convolved = tf.conv2d(upfirdn2d(x, filter, factors), weight, 1, 'valid');
      return down === 1 ? convolved : upfirdn2d(convolved, filter, { down: [down, down] });
    }
    if (down === 1) {
      return tf.conv2d(x, weight, 1, [
        [0, 0],
        [padding, padding],
        [padding, padding],
        [0, 0],
      ]);
    }
    if (isPointwise) {
      const small = upfirdn2d(x, filter, { padding: pads, down: [down, down] });
      return tf.conv2d(small, weight, 1, 'valid');
    }
    return tf.conv2d(upfirdn2d(x, filter, { padding: pads }), weight, down, 'valid');
  });
}
