import { logIntensities } from '../log-intensities.ts';
import { indexOfLeast, runningSpread, runningSpreadFromEnd } from './running-spread.ts';

/** By how many values a class holds, and their spread, what it adds to the score of a division. */
type ClassScore = (count: number, spread: number) => number;

const ENTROPY_FACTOR = Math.sqrt(2 * Math.PI * Math.E);

/** The entropy of a Gaussian of the class's variance (Ray), which is kept above 1/512. */
function entropyScore(count: number, spread: number, divisor: number): number {
  const variance = (divisor > 0 ? spread / divisor : 0) + 1 / 512;
  return count === 0 ? 0 : count * Math.log(variance * count * ENTROPY_FACTOR);
}

/** The threshold between two classes of sorted values that scores least, smoothed over its neighbours. */
function bestDivision(sorted: Float64Array, low: ClassScore, high: ClassScore): number {
  const count = sorted.length;
  if (count === 1) return sorted[0];
  const step = Math.floor(count / Math.min(256, count));
  const below = runningSpread(sorted);
  const above = runningSpreadFromEnd(sorted);
  const thresholds: number[] = [];
  const scores: number[] = [];
  for (let i = 1; i < count; i += step) {
    thresholds.push(sorted[i]);
    scores.push(low(i - 1, below[i - 1]) + high(count - i, above[i]));
  }
  const best = indexOfLeast(scores);
  const before = thresholds[Math.max(0, best - 1)];
  const after = thresholds[Math.min(thresholds.length - 1, best + 1)];
  return (before + after) / 2;
}

/** Divides the logarithms of intensities, and gives the intensity between. */
function onLogarithms(values: ArrayLike<number>, divide: (sorted: Float64Array) => number): number {
  const logarithms = logIntensities(values);
  return logarithms.intensityOf(divide(logarithms.values.sort()));
}

/** Otsu's division of sorted values: the classes' variances, weighted with their sizes, are least. */
export function divideSorted(sorted: Float64Array): number {
  return bestDivision(
    sorted,
    (_, spread) => spread,
    (count, spread) => (count > 1 ? (spread / (count - 1)) * count : 0),
  );
}

/**
 * centrosome's Otsu threshold between two classes: of 256 ranks of the logarithms, not bins of the values.
 * The values must not all be equal.
 */
export function orderedOtsu(values: ArrayLike<number>): number {
  return onLogarithms(values, divideSorted);
}

/** The same with the sum of the classes' entropies in place of their variances. */
export function orderedEntropy(values: ArrayLike<number>): number {
  return onLogarithms(values, (sorted) =>
    bestDivision(
      sorted,
      (count, spread) => entropyScore(count, spread, count),
      (count, spread) => entropyScore(count, spread, count - 1),
    ),
  );
}
