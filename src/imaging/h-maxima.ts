import { diskOffsets } from './disk-offsets.ts';
import { reconstructByDilation } from './reconstruct-by-dilation.ts';

/** Decimal digits that a float32 holds for certain, as NumPy's `finfo.resolution`. */
const FLOAT32_RESOLUTION = 1e-6;

/**
 * Marks the maxima of `[H, W]` values that stand at least `h` above the passes to higher ones, as `skimage.morphology.
 * h_maxima`; neighbours are those in a disk. None where the values span less than `h`.
 * @param h above 0
 * @returns `[H, W]`, 0 and 1
 */
export function hMaxima(
  values: Float32Array,
  width: number,
  h: number,
  radius: number,
): Uint8Array {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (h > max - min) return new Uint8Array(values.length);
  // A little lower than h, so that rounding leaves no pixel less than h above its own seed.
  const lowered = values.map((value) => {
    const margin = Math.fround(2 * FLOAT32_RESOLUTION * Math.abs(value));
    return Math.fround(Math.fround(value - Math.fround(h)) - margin);
  });
  const filled = reconstructByDilation(lowered, values, width, diskOffsets(radius));
  return Uint8Array.from(values, (value, i) => (value - filled[i] >= h ? 1 : 0));
}
