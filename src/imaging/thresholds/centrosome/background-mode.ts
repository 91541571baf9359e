import { extentOf } from '../../real-values.ts';
import { valueHistogram } from '../value-histogram.ts';

const BINS = 256;
/** Share of the range at either end that is taken for saturated. */
const SATURATED = 0.02;

/**
 * centrosome's background threshold: twice the most frequent value, which is taken for the background's. The
 * values must not all be equal.
 */
export function backgroundMode(values: ArrayLike<number>): number {
  const [least, most] = extentOf(values);
  const range = most - least;
  const low = SATURATED * range + least;
  const high = (1 - SATURATED) * range + least;
  const inside = Float64Array.from(values).filter((value) => value > low && value < high);
  if (inside.length === 0) return low;
  const { counts } = valueHistogram(inside, BINS, [low, high]);
  const fullest = counts.indexOf(extentOf(counts)[1]);
  const level = (fullest / (BINS - 1) + SATURATED) / (1 + 2 * SATURATED);
  return least + level * 2 * range;
}
