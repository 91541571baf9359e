import { RandomState } from '../../../random/random-state.ts';
import { extentOf } from '../../real-values.ts';
import { valueHistogram } from '../value-histogram.ts';

const BINS = 256;
/** The noise moves a value by about the last of this many bits. */
const NOISE_STEP = 2 ** -8;

/** Logarithms to base 2 of values blurred by noise, always the same. */
function noisyLogarithms(values: ArrayLike<number>): Float64Array {
  const noise = new RandomState(0).randn(values.length);
  return Float64Array.from(values, (value, i) => {
    const clipped = Math.min(Math.max(value, NOISE_STEP), 1);
    const blurred =
      Math.log2(clipped + NOISE_STEP) * noise[i] + (1 - noise[i]) * Math.log2(clipped);
    return Math.min(0, blurred);
  });
}

/** Entropy of a distribution of which only a part, with this sum and sum of `p log p`, is looked at. */
function entropyOfPart(sum: number, sumOfLogs: number): number {
  return sumOfLogs / sum - Math.log2(sum);
}

/**
 * The threshold that leaves most entropy in both classes (Kapur, Sahoo & Wong 1985), on noisy logarithms, as in
 * centrosome. The values must not all be equal.
 */
export function kapurThreshold(values: ArrayLike<number>): number {
  const logarithms = noisyLogarithms(values);
  const [least, most] = extentOf(logarithms);
  const { counts } = valueHistogram(logarithms, BINS);
  const filled = Array.from(counts.keys()).filter((bin) => counts[bin] > 0);
  const shares = filled.map((bin) => counts[bin] / values.length);
  const levels = filled.map((bin) => least + ((most - least) * bin) / (BINS - 1));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const totalOfLogs = shares.reduce((sum, share) => sum + share * Math.log2(share), 0);
  let below = 0;
  let belowLogs = 0;
  let smallest = Number.POSITIVE_INFINITY;
  let best = 0;
  for (let i = 0; i < shares.length - 1; i++) {
    below += shares[i];
    belowLogs += shares[i] * Math.log2(shares[i]);
    const entropy =
      entropyOfPart(below, belowLogs) + entropyOfPart(total - below, totalOfLogs - belowLogs);
    if (entropy < smallest) {
      smallest = entropy;
      best = i;
    }
  }
  return 2 ** ((levels[best] + levels[Math.min(best + 1, levels.length - 1)]) / 2);
}
