import { extentOf } from '../../real-values.ts';
import { divideSorted } from './ordered-otsu.ts';

const SETTLED = 0.00001;

/**
 * The threshold halfway between the means of what is below and what is not (Ridler & Calvard 1978), on logarithms of
 * values of at least 1/256 of the largest, as in centrosome. The values must not all be equal.
 */
export function ridlerCalvard(values: ArrayLike<number>): number {
  const floor = extentOf(values)[1] / 256;
  const logarithms = Float64Array.from(values, (value) => Math.log(Math.max(value, floor)));
  const [least, most] = extentOf(logarithms);
  const scaled = logarithms.map((value) => (value - least) / (most - least)).sort();
  let before = 0;
  let threshold = divideSorted(scaled);
  while (Math.abs(before - threshold) > SETTLED) {
    before = threshold;
    let count = 0;
    let below = 0;
    let above = 0;
    for (const value of scaled) {
      if (value < threshold) {
        count++;
        below += value;
      } else {
        above += value;
      }
    }
    threshold = (below / count + above / (scaled.length - count)) / 2;
  }
  return Math.exp(least + (most - least) * threshold);
}
