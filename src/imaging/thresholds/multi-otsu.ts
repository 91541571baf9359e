import { otsuOfHistogram } from './otsu.ts';
import { type ValueHistogram, valueHistogram } from './value-histogram.ts';

const { fround } = Math;

/**
 * Square of the first moment over the zeroth of the bins `from` to `to`, in single precision: where two
 * pairs of thresholds are nearly as good, its rounding decides in scikit-image. So do the first two bins,
 * which both have weight 1 in the first moment, and the first bin alone, whose variance counts as 0.
 */
function classVariances(shares: Float32Array): (from: number, to: number) => number {
  const zeroth = new Float32Array(shares.length + 1);
  const first = new Float32Array(shares.length + 1);
  for (let bin = 0; bin < shares.length; bin++) {
    zeroth[bin + 1] = zeroth[bin] + shares[bin];
    first[bin + 1] = first[bin] + fround(Math.max(1, bin) * shares[bin]);
  }
  const size = shares.length;
  const variances = new Float32Array(size * size);
  for (let from = 0; from < size; from++) {
    for (let to = from; to < size; to++) {
      const weight = fround(zeroth[to + 1] - zeroth[from]);
      const moment = fround(first[to + 1] - first[from]);
      if (weight > 0 && to > 0) variances[from * size + to] = fround(moment * moment) / weight;
    }
  }
  return (from, to) => variances[from * size + to];
}

/**
 * The two thresholds between three classes of intensity (Liao et al. 2001, scikit-image's
 * `threshold_multiotsu`), as centres of bins. Values that fill only two bins have no third class: both
 * thresholds are Otsu's then. One bin is not enough.
 */
export function multiOtsuOfHistogram(histogram: ValueHistogram): [lower: number, upper: number] {
  const { counts, centres } = histogram;
  const bins = counts.length;
  const filled = Array.from(counts.keys()).filter((bin) => counts[bin] > 0);
  if (filled.length < 3) {
    const only = otsuOfHistogram(histogram);
    return [only, only];
  }
  if (filled.length === 3) return [centres[filled[0]], centres[filled[1]]];
  const total = counts.reduce((sum, count) => sum + count, 0);
  const variance = classVariances(Float32Array.from(counts, (count) => count / total));
  let largest = 0;
  let best: [number, number] = [0, 1];
  for (let lower = 0; lower < bins - 2; lower++) {
    for (let upper = lower + 1; upper < bins - 1; upper++) {
      const outer = fround(variance(0, lower) + variance(upper + 1, bins - 1));
      const sum = fround(outer + variance(lower + 1, upper));
      if (sum > largest) {
        largest = sum;
        best = [lower, upper];
      }
    }
  }
  return [centres[best[0]], centres[best[1]]];
}

/**
 * `multiOtsuOfHistogram` of values with a fraction, which must not all be equal, in `bins` bins; in 256, as CellProfiler
 * does, when they fill fewer than three of those. Values of two bins have Otsu's threshold twice.
 */
export function multiOtsuOfValues(
  values: ArrayLike<number>,
  bins = 128,
): [lower: number, upper: number] {
  const histogram = valueHistogram(values, bins);
  const filled = histogram.counts.filter((count) => count > 0).length;
  return multiOtsuOfHistogram(filled < 3 ? valueHistogram(values, 256) : histogram);
}
