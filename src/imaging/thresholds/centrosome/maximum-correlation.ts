import { extentOf } from '../../real-values.ts';

const BINS = 256;

/**
 * The threshold whose two levels correlate best with the image (Padmanabhan et al. 2010), as in centrosome: the last
 * bin, of 256, below the best division. The values must not all be equal.
 */
export function maximumCorrelation(values: ArrayLike<number>): number {
  const [least, most] = extentOf(values);
  const counts = new Float64Array(BINS);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const bin = Math.trunc(((values[i] - least) * (BINS - 1)) / (most - least));
    counts[bin]++;
    sum += bin;
  }
  const mean = sum / values.length;
  const spread = counts.reduce((total, count, bin) => total + count * (bin - mean) ** 2, 0);
  let above = values.length;
  let excessAbove = counts.reduce((total, count, bin) => total + count * (bin - mean), 0);
  let highest = Number.NEGATIVE_INFINITY;
  let best = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const below = values.length - above;
    const scale = Math.sqrt((spread * below * above) / values.length);
    const correlation = scale === 0 ? 0 : excessAbove / scale;
    if (correlation > highest) {
      highest = correlation;
      best = bin;
    }
    above -= counts[bin];
    excessAbove -= counts[bin] * (bin - mean);
  }
  return least + ((best - 1) * (most - least)) / (BINS - 1);
}
