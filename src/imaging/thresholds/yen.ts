import type { ValueHistogram } from './value-histogram.ts';

/** Running sums from the first value on. */
function runningSums(values: ArrayLike<number>): Float64Array {
  let sum = 0;
  return Float64Array.from(values, (value) => {
    sum += value;
    return sum;
  });
}

/**
 * The threshold with the largest correlation of Yen, Chang and Chang (1995), as scikit-image's `threshold_yen`: foreground
 * is what lies above it.
 * @param histogram Its first and last bins are not empty.
 */
export function yenThreshold({ counts, centres }: ValueHistogram): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const shares = counts.map((count) => count / total);
  const squares = shares.map((share) => share * share);
  const below = runningSums(shares);
  const squaresBelow = runningSums(squares);
  const squaresFrom = runningSums(squares.slice().reverse()).reverse();
  let best = 0;
  let largest = Number.NEGATIVE_INFINITY;
  for (let bin = 0; bin < counts.length - 1; bin++) {
    const split = below[bin] * (1 - below[bin]);
    const criterion = 2 * Math.log(split) - Math.log(squaresBelow[bin] * squaresFrom[bin + 1]);
    if (criterion > largest) {
      largest = criterion;
      best = bin;
    }
  }
  return centres[best];
}
