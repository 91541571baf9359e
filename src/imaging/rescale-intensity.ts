/**
 * Values with `black` at 0 and `white` at 1, those beyond held at 0 and 1, as scikit-image's `rescale_intensity`. Where the
 * two are one level, everything above it is 1.
 */
export function rescaleIntensity(
  values: ArrayLike<number>,
  black: number,
  white: number,
): Float32Array {
  const range = white - black;
  return Float32Array.from(values, (value) => {
    if (value <= black) return 0;
    return value >= white ? 1 : (value - black) / range;
  });
}
