/** Half a level of a 16-bit image: finer steps of the threshold decide nothing. */
const FINEST_STEP = 0.5 / 65536;

/** Sums of the first 0, 1, … of the sorted values, each less the smallest. */
function runningSums(sorted: Float64Array): Float64Array {
  const sums = new Float64Array(sorted.length + 1);
  for (let i = 0; i < sorted.length; i++) sums[i + 1] = sums[i] + (sorted[i] - sorted[0]);
  return sums;
}

/** How many of the sorted values, each less the smallest, are not above `limit`. */
function countUpTo(sorted: Float64Array, limit: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (sorted[middle] - sorted[0] > limit) to = middle;
    else from = middle + 1;
  }
  return from;
}

function toleranceOf(sorted: Float64Array): number {
  let smallestGap = Number.POSITIVE_INFINITY;
  for (let i = 1; i < sorted.length; i++) {
    const gap = sorted[i] - sorted[i - 1];
    if (gap > 0 && gap < smallestGap) smallestGap = gap;
  }
  return Math.max(smallestGap / 2, FINEST_STEP);
}

/**
 * How far CellProfiler lets the threshold move before it stops: half the smallest gap between two values,
 * and at least half a level of 16 bits.
 */
export function crossEntropyTolerance(values: ArrayLike<number>): number {
  return toleranceOf(Float64Array.from(values).sort());
}

/**
 * The threshold that loses least cross-entropy, found by iteration (Li & Tam 1998, as scikit-image's
 * `threshold_li`): from the mean on, the mean of the foreground and that of the background give the next.
 * @param values Not all equal.
 * @param given The iteration ends when the threshold moves no further than this; by default
 * `crossEntropyTolerance` of the values.
 */
export function minimumCrossEntropy(values: ArrayLike<number>, given?: number): number {
  const sorted = Float64Array.from(values).sort();
  const tolerance = given ?? toleranceOf(sorted);
  const sums = runningSums(sorted);
  const total = sums[sorted.length];
  let threshold = total / sorted.length;
  for (;;) {
    const below = countUpTo(sorted, threshold);
    const background = sums[below] / below;
    const foreground = (total - sums[below]) / (sorted.length - below);
    const next = (background - foreground) / (Math.log(background) - Math.log(foreground));
    const settled = !(Math.abs(next - threshold) > tolerance);
    threshold = next;
    if (settled) return threshold + sorted[0];
  }
}
