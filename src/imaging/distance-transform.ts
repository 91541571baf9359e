import type { ByteImage } from './image.ts';

/** Squared distances down one line of samples: the lower envelope of parabolas (Felzenszwalb 2012). */
function transformLine(
  squared: Float64Array,
  count: number,
  result: Float64Array,
  hulls: Int32Array,
  bounds: Float64Array,
): void {
  let last = -1;
  for (let q = 0; q < count; q++) {
    if (squared[q] === Number.POSITIVE_INFINITY) continue;
    let bound = Number.NEGATIVE_INFINITY;
    while (last >= 0) {
      const p = hulls[last];
      bound = (squared[q] + q * q - squared[p] - p * p) / (2 * (q - p));
      if (bound > bounds[last]) break;
      last--;
      bound = Number.NEGATIVE_INFINITY;
    }
    last++;
    hulls[last] = q;
    bounds[last] = bound;
  }
  if (last < 0) {
    result.fill(Number.POSITIVE_INFINITY, 0, count);
    return;
  }
  let hull = 0;
  for (let q = 0; q < count; q++) {
    while (hull < last && bounds[hull + 1] < q) hull++;
    const p = hulls[hull];
    result[q] = (q - p) * (q - p) + squared[p];
  }
}

/**
 * Squares of the distances from each foreground pixel (any value but 0) to the nearest background pixel,
 * `[H, W]`: whole numbers, exact. What lies outside the image is not background, and a mask without background
 * gives `Infinity` everywhere.
 */
export function squaredDistances(
  mask: ArrayLike<number>,
  width: number,
  height: number,
): Float64Array {
  const longest = Math.max(width, height);
  const line = new Float64Array(longest);
  const result = new Float64Array(longest);
  const hulls = new Int32Array(longest);
  const bounds = new Float64Array(longest);
  const squared = new Float64Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      line[x] = mask[y * width + x] === 0 ? 0 : Number.POSITIVE_INFINITY;
    }
    transformLine(line, width, result, hulls, bounds);
    squared.set(result.subarray(0, width), y * width);
  }
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) line[y] = squared[y * width + x];
    transformLine(line, height, result, hulls, bounds);
    for (let y = 0; y < height; y++) squared[y * width + x] = result[y];
  }
  return squared;
}

/**
 * Exact Euclidean distance in pixels from each foreground pixel (any value but 0) to the nearest background
 * pixel, as SciPy's `distance_transform_edt`; `[H, W]`. What lies outside the image is not background, and
 * a mask without background gives `Infinity` everywhere.
 */
export function distanceTransform({ width, height, data }: ByteImage): Float32Array {
  return Float32Array.from(squaredDistances(data, width, height), (square) => Math.sqrt(square));
}
