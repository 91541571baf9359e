import { valueHistogram } from './value-histogram.ts';

/**
 * Otsu's threshold of values with a fraction (scikit-image's `threshold_otsu`): the centre of the bin, of 256,
 * after which the two classes lie furthest apart. The values must not all be equal.
 */
export function otsuOfValues(values: ArrayLike<number>): number {
  const { counts, centres } = valueHistogram(values, 256);
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
