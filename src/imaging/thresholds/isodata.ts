import type { ValueHistogram } from './value-histogram.ts';

/**
 * The lowest threshold that is the middle between the means on its two sides (Ridler & Calvard 1978), to within one bin,
 * as scikit-image's `threshold_isodata`: foreground is what lies above it.
 */
export function isodataThreshold({ counts, centres }: ValueHistogram): number {
  if (centres.length === 1) return centres[0];
  let above = 0;
  let sumAbove = 0;
  counts.forEach((count, bin) => {
    above += count;
    sumAbove += count * centres[bin];
  });
  let below = 0;
  let sumBelow = 0;
  const binWidth = centres[1] - centres[0];
  for (let bin = 0; bin < counts.length - 1; bin++) {
    const sum = counts[bin] * centres[bin];
    below += counts[bin];
    above -= counts[bin];
    sumBelow += sum;
    sumAbove -= sum;
    const distance = (sumBelow / below + sumAbove / above) / 2 - centres[bin];
    if (distance >= 0 && distance < binWidth) return centres[bin];
  }
  return centres[centres.length - 1];
}
