import { extentOf, type RealValues } from './real-values.ts';

export interface LocalPeaksOptions {
  /** Peaks lie at least this many steps to the eight neighbours apart. A whole number, 1 at least. @default 1 */
  minDistance?: number;
  /** Values must be above it; the smallest value by default. */
  threshold?: number;
}

/** The largest value within `radius` steps along each line; beyond the image lies 0, as in scikit-image. */
function slidingMaximum(values: ArrayLike<number>, count: number, radius: number): Float64Array {
  const result = new Float64Array(count);
  const open = new Int32Array(count);
  let first = 0;
  let end = 0;
  for (let i = 0; i < count + radius; i++) {
    if (i < count) {
      while (end > first && values[open[end - 1]] <= values[i]) end--;
      open[end++] = i;
    }
    const middle = i - radius;
    if (middle < 0) continue;
    if (open[first] < middle - radius) first++;
    const crossesEdge = middle < radius || middle + radius >= count;
    result[middle] = crossesEdge ? Math.max(0, values[open[first]]) : values[open[first]];
  }
  return result;
}

function maximumFilter(
  values: ArrayLike<number>,
  width: number,
  height: number,
  radius: number,
): Float64Array {
  const result = Float64Array.from(values);
  for (let y = 0; y < height; y++) {
    const row = result.subarray(y * width, (y + 1) * width);
    row.set(slidingMaximum(row, width, radius));
  }
  const column = new Float64Array(height);
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) column[y] = result[y * width + x];
    const highest = slidingMaximum(column, height, radius);
    for (let y = 0; y < height; y++) result[y * width + x] = highest[y];
  }
  return result;
}

/** Goes through candidates in order and drops those that are nearer than `minDistance` to one that was kept. */
function keepApart(
  candidates: readonly number[],
  width: number,
  height: number,
  minDistance: number,
): number[] {
  const taken = new Uint8Array(width * height);
  const reach = minDistance - 1;
  return candidates.filter((at) => {
    if (taken[at]) return false;
    const x = at % width;
    const y = (at - x) / width;
    for (let ny = Math.max(0, y - reach); ny <= Math.min(height - 1, y + reach); ny++) {
      const row = ny * width;
      taken.fill(1, row + Math.max(0, x - reach), row + Math.min(width, x + reach + 1));
    }
    return true;
  });
}

/**
 * Indices of the local maxima of `[H, W]` values, the highest first and equal ones in raster order: scikit-image's
 * `peak_local_max` with `exclude_border=False`. An image of one value has none.
 */
export function localPeaks(
  values: RealValues,
  width: number,
  height: number,
  options: LocalPeaksOptions = {},
): Int32Array {
  const { minDistance = 1, threshold = extentOf(values)[0] } = options;
  const highest = maximumFilter(values, width, height, minDistance);
  if (values.length > 1 && highest.every((value, at) => value === values[at])) {
    return new Int32Array();
  }
  const candidates: number[] = [];
  for (let at = 0; at < values.length; at++) {
    if (values[at] === highest[at] && values[at] > threshold) candidates.push(at);
  }
  candidates.sort((a, b) => values[b] - values[a] || a - b);
  return Int32Array.from(keepApart(candidates, width, height, minDistance));
}

/** `[H, W]` with 1, 2, … at the pixels of `peaks`: markers for a watershed. */
export function markPeaks(peaks: Int32Array, length: number): Int32Array {
  const markers = new Int32Array(length);
  peaks.forEach((at, i) => {
    markers[at] = i + 1;
  });
  return markers;
}
