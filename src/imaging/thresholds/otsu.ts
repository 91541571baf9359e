import { type ValueHistogram, valueHistogram } from './value-histogram.ts';

/**
 * Otsu's threshold (1979): the centre of the bin after which the two classes lie furthest apart. Foreground is
 * what lies above.
 */
export function otsuOfHistogram({ counts, centres }: ValueHistogram): number {
  let above = 0;
  let sumAbove = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    above += counts[bin];
    sumAbove += counts[bin] * centres[bin];
  }
  let below = 0;
  let sumBelow = 0;
  let best = 0;
  let largest = -1;
  for (let bin = 0; bin < counts.length - 1; bin++) {
    below += counts[bin];
    sumBelow += counts[bin] * centres[bin];
    above -= counts[bin];
    sumAbove -= counts[bin] * centres[bin];
    const gap = sumBelow / below - sumAbove / above;
    const variance = below * above * gap * gap;
    if (variance > largest) {
      largest = variance;
      best = bin;
    }
  }
  return centres[best];
}

/**
 * Otsu's threshold of values with a fraction, which must not all be equal: scikit-image's `threshold_otsu`, with
 * 256 bins.
 */
export function otsuOfValues(values: ArrayLike<number>): number {
  return otsuOfHistogram(valueHistogram(values, 256));
}
