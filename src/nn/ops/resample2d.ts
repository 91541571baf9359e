import type * as tf from '../tf.ts';
import type { FirFilter } from './fir-filter.ts';
import { type Padding, type ResampleOptions, upfirdn2d } from './upfirdn2d.ts';

type Simple = Pick<ResampleOptions, 'padding' | 'flipFilter' | 'gain'>;

function widen(
  filter: FirFilter,
  padding: Padding = [0, 0, 0, 0],
  margins: (taps: number) => [number, number],
): Padding {
  const [left, right] = margins(filter.width);
  const [top, bottom] = margins(filter.height);
  return [padding[0] + left, padding[1] + right, padding[2] + top, padding[3] + bottom];
}

/** Zeros on both sides of an axis that keep a filter of `taps` centred when upsampling by `up`. */
export function upsampleMargins(taps: number, up: number): [number, number] {
  return [Math.floor((taps + up - 1) / 2), Math.floor((taps - up) / 2)];
}

/** Zeros on both sides of an axis that keep a filter of `taps` centred when downsampling by `down`. */
export function downsampleMargins(taps: number, down: number): [number, number] {
  return [Math.floor((taps - down + 1) / 2), Math.floor((taps - down) / 2)];
}

/** Filters `[N, H, W, C]` without changing its size. */
export function filter2d(x: tf.Tensor4D, filter: FirFilter, options: Simple = {}): tf.Tensor4D {
  const padding = widen(filter, options.padding, (taps) => [taps >> 1, (taps - 1) >> 1]);
  return upfirdn2d(x, filter, { ...options, padding });
}

/** Enlarges `[N, H, W, C]` by `up`, keeping its brightness. */
export function upsample2d(
  x: tf.Tensor4D,
  filter: FirFilter,
  up = 2,
  options: Simple = {},
): tf.Tensor4D {
  const padding = widen(filter, options.padding, (taps) => upsampleMargins(taps, up));
  const gain = (options.gain ?? 1) * up * up;
  return upfirdn2d(x, filter, { ...options, padding, up: [up, up], gain });
}

/** Shrinks `[N, H, W, C]` by `down`. */
export function downsample2d(
  x: tf.Tensor4D,
  filter: FirFilter,
  down = 2,
  options: Simple = {},
): tf.Tensor4D {
  const padding = widen(filter, options.padding, (taps) => downsampleMargins(taps, down));
  return upfirdn2d(x, filter, { ...options, padding, down: [down, down] });
}
