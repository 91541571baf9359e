import { otsuOfValues } from '../../imaging/thresholds/otsu.ts';

/** Otsu's method finds two classes in anything; where no probability reaches this, there is nothing to find. */
const FOUND = 0.5;

/** The probability that foreground lies above: the one given, or Otsu's of the map. */
export function foregroundThreshold(
  probability: Float32Array,
  method: 'fixed' | 'otsu',
  fixed: number,
): number {
  if (method === 'fixed') return fixed;
  const largest = probability.reduce((most, value) => Math.max(most, value), 0);
  const differ = probability.some((value) => value !== probability[0]);
  return differ && largest >= FOUND ? otsuOfValues(probability) : FOUND;
}
