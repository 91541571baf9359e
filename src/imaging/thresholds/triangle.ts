import type { ValueHistogram } from './value-histogram.ts';

/**
 * The triangle threshold of Zack, Rogers and Latt (1977), as scikit-image's `threshold_triangle`: the bin that lies furthest
 * below the line from the histogram's peak to the end of its longer tail. Foreground is what lies above it.
 */
export function triangleThreshold({ counts, centres }: ValueHistogram): number {
  let peak = 0;
  for (let bin = 1; bin < counts.length; bin++) if (counts[bin] > counts[peak]) peak = bin;
  const first = counts.findIndex((count) => count > 0);
  const last = counts.findLastIndex((count) => count > 0);
  const isTailAbove = peak - first < last - peak;
  const end = isTailAbove ? last : first;
  const towardsPeak = isTailAbove ? -1 : 1;
  const steps = Math.abs(peak - end);
  let best = end;
  let furthest = Number.NEGATIVE_INFINITY;
  for (let step = 0; step < steps; step++) {
    const bin = end + step * towardsPeak;
    const distance = counts[peak] * step - steps * counts[bin];
    if (distance > furthest) {
      furthest = distance;
      best = bin;
    }
  }
  return centres[best];
}
