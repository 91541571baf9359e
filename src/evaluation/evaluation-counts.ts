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

/** Sums over any of several images, many times over. */
export interface CountPool {
  /** @param places Of the images to sum over; one may come more than once. */
  sum(places: readonly number[]): EvaluationCounts;
}

/** Prepares counts for being summed over and over again. @param counts Of at least one image. */
export function countPool(counts: readonly EvaluationCounts[]): CountPool {
  const rows = counts.map((each) => Float64Array.from(numbersIn(each)));
  return {
    sum(places) {
      const total = new Float64Array(rows[0].length);
      for (const place of places) {
        const row = rows[place];
        for (let at = 0; at < total.length; at++) total[at] += row[at];
      }
      let at = 0;
      return withNumbers(counts[0], () => total[at++]);
    },
  };
}

/** Sums over images. @param counts Of at least one image. */
export function poolCounts(counts: readonly EvaluationCounts[]): EvaluationCounts {
  return countPool(counts).sum(counts.map((_, at) => at));
}
