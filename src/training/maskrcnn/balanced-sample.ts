import type { RandomState } from '../../random/random-state.ts';
import { BACKGROUND } from './match-boxes.ts';

/** How many boxes are learned from, and which share of them may show objects. */
export interface SampleSize {
  count: number;
  positiveShare: number;
}

/** Indices of the boxes that are learned from. */
export interface BalancedSample {
  positives: number[];
  negatives: number[];
}

function some(indices: number[], count: number, random: RandomState): number[] {
  if (indices.length <= count) return indices;
  return random.choice(indices.length, count, { replace: false }).map((i) => indices[i]);
}

/**
 * Draws boxes that show objects, up to their share, and fills up with background (torchvision's
 * `BalancedPositiveNegativeSampler`).
 * @param matches of `matchBoxes`
 */
export function balancedSample(
  matches: Int32Array,
  { count, positiveShare }: SampleSize,
  random: RandomState,
): BalancedSample {
  const showing: number[] = [];
  const background: number[] = [];
  for (const [i, match] of matches.entries()) {
    if (match >= 0) showing.push(i);
    else if (match === BACKGROUND) background.push(i);
  }
  const positives = some(showing, Math.trunc(count * positiveShare), random);
  return { positives, negatives: some(background, count - positives.length, random) };
}
