/**
 * A finite impulse response filter: one row of taps used on both axes (`separable`), or a plane of
 * `height` by `width` taps in C order.
 */
export interface FirFilter {
  taps: Float32Array;
  height: number;
  width: number;
  separable: boolean;
}

/** A filter that runs along x and then along y with the same taps. */
export function separableFilter(taps: ArrayLike<number>): FirFilter {
  return {
    taps: Float32Array.from(taps),
    height: taps.length,
    width: taps.length,
    separable: true,
  };
}

/** A filter of `height` by `width` taps. */
export function planarFilter(taps: ArrayLike<number>, height: number, width: number): FirFilter {
  return { taps: Float32Array.from(taps), height, width, separable: false };
}

/** A filter as a checkpoint stores it: `[taps]` is separable, `[height, width]` is not. */
export function filterOfTensor(tensor: { shape: number[]; data: ArrayLike<number> }): FirFilter {
  return tensor.shape.length === 1
    ? separableFilter(tensor.data)
    : planarFilter(tensor.data, tensor.shape[0], tensor.shape[1]);
}

/** How `setupFilter` turns a list of numbers into a filter. */
export interface FilterSetup {
  /** Divide by the sum. */
  normalize?: boolean;
  flip?: boolean;
  /** Gain of the whole filter, on both axes together. */
  gain?: number;
  /** By default from 8 taps on; shorter ones become the plane of their outer product. */
  separable?: boolean;
}

/** A filter from one row of taps (spec A.8: `[1, 3, 3, 1]` becomes its outer product / 64). */
export function setupFilter(row: number[] | null, setup: FilterSetup = {}): FirFilter {
  const { normalize = true, flip = false, gain = 1 } = setup;
  const source = row ?? [1];
  const separable = setup.separable ?? source.length >= 8;
  const total = normalize ? source.reduce((sum, tap) => sum + tap, 0) : 1;
  const taps = source.map((tap) => (tap / total) * Math.sqrt(gain));
  if (flip) taps.reverse();
  if (separable) return separableFilter(taps);
  const plane = taps.flatMap((y) => taps.map((x) => y * x));
  return planarFilter(plane, taps.length, taps.length);
}
