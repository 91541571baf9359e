import type { ErrorCounts } from './errors/object-errors.ts';
import type { AreaRatio } from './figures/area-ratio.ts';
import type { BoundaryCounts } from './figures/boundary-counts.ts';
import type { PixelCounts } from './figures/pixel-counts.ts';
import type { MatchCounts } from './matching/match-counts.ts';

/** All that the figures of an image are made of. Sums of them over images make the pooled figures of a set. */
export interface EvaluationCounts {
  trueObjects: number;
  predictedObjects: number;
  /** |predicted − true| of the image; over a set the sum of those, where images do not make up for one another. */
  countDifference: number;
  /** One for each of `EVALUATION_THRESHOLDS`. */
  matches: MatchCounts[];
  /** Sum over true objects of the IoU with their one-to-one partners, for the mIoU. */
  partnerIouSum: number;
  /** Sum over true objects of the Cell Tracking Challenge's SEG. */
  segSum: number;
  kumarJaccard: AreaRatio;
  jaccardPlus: AreaRatio;
  cellposeJaccard: AreaRatio;
  pixels: PixelCounts;
  boundary: BoundaryCounts;
  errors: ErrorCounts;
}

/** The one number of the counts that is no count. */
const THRESHOLD = 'threshold';

function numbersIn(value: object): number[] {
  return Object.entries(value).flatMap(([name, part]) => {
    if (name === THRESHOLD) return [];
    return typeof part === 'number' ? [part] : numbersIn(part);
  });
}

function withNumbers<T>(value: T, next: () => number): T {
  if (Array.isArray(value)) return value.map((part) => withNumbers(part, next)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      if (name === THRESHOLD) return [name, part];
      return [name, typeof part === 'number' ? next() : withNumbers(part, next)];
    }),
  ) as T;
}

/** Sums over images. @param counts Of at least one image. */
export function poolCounts(counts: readonly EvaluationCounts[]): EvaluationCounts {
  const [first, ...others] = counts.map(numbersIn);
  for (const numbers of others) {
    for (let at = 0; at < first.length; at++) first[at] += numbers[at];
  }
  let at = 0;
  return withNumbers(counts[0], () => first[at++]);
}
