import { logIntensities } from '../log-intensities.ts';
import { runningSpread, runningSpreadFromEnd } from './running-spread.ts';

const RANKS = 128;

function runningSums(values: Float64Array, of: (value: number) => number): Float64Array {
  let sum = 0;
  return values.map((value) => {
    sum += of(value);
    return sum;
  });
}

/** Spread of the values after `from` up to `to`. */
function spreadBetween(sorted: Float64Array): (from: number, to: number) => number {
  const sums = runningSums(sorted, (value) => value);
  const squares = runningSums(sorted, (value) => value * value);
  return (from, to) => {
    const count = to - from;
    const mean = (sums[to] - sums[from]) / count;
    return count * ((squares[to] - squares[from]) / count - mean * mean);
  };
}

/** The two thresholds of sorted values that leave the three classes' spreads smallest. */
function bestDivisions(sorted: Float64Array): [lower: number, upper: number] {
  const count = sorted.length;
  const ranks = Math.min(RANKS, count);
  const step = Math.floor(count / ranks);
  const low = runningSpread(sorted);
  const high = runningSpreadFromEnd(sorted);
  const middle = spreadBetween(sorted);
  // centrosome looks the outer classes up by a rank that, where ranks do not divide the count, is one too low.
  const rankBefore = (i: number) => Math.floor((i * ranks) / count) * step;
  let least = Number.POSITIVE_INFINITY;
  let best: [number, number] = [0, 0];
  for (let i = 0; i < count; i += step) {
    const below = low[rankBefore(i)];
    for (let j = i + step; j < count; j += step) {
      const last = rankBefore(j);
      const above = last < count - 1 ? (high[last] / (count - last - 1)) * (count - last) : 0;
      const score = below + middle(i, j) + above;
      if (score < least) {
        least = score;
        best = [i, j];
      }
    }
  }
  return [sorted[best[0]], sorted[best[1]]];
}

/**
 * centrosome's two thresholds between three classes: of 128 ranks of the logarithms of intensity. The values must
 * not all be equal.
 */
export function orderedOtsuThree(values: ArrayLike<number>): [lower: number, upper: number] {
  const logarithms = logIntensities(values);
  const [lower, upper] = bestDivisions(logarithms.values.sort());
  return [logarithms.intensityOf(lower), logarithms.intensityOf(upper)];
}
