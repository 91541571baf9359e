/** Pixel values with a fraction, in single or double precision. */
export type RealValues = Float32Array | Float64Array;

/** Zeros in the precision of `values`, so that what is computed from them rounds as NumPy's arrays do. */
export function zerosLike(values: RealValues, length = values.length): RealValues {
  return values instanceof Float32Array ? new Float32Array(length) : new Float64Array(length);
}

/** The smallest and the largest value; infinities the wrong way round when there is none. */
export function extentOf(values: ArrayLike<number>): [least: number, most: number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    if (values[i] < least) least = values[i];
    if (values[i] > most) most = values[i];
  }
  return [least, most];
}

/** One channel of values with a fraction, `[H, W]`. */
export interface RealImage {
  width: number;
  height: number;
  data: RealValues;
}
