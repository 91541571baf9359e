import type { ErrorCounts } from './errors/object-errors.ts';
import type { AreaRatio } from './figures/area-ratio.ts';
import type { BoundaryCounts } from './figures/boundary-counts.ts';
import type { PixelCounts } from './figures/pixel-counts.ts';
import { addCounts, type MatchCounts } from './matching/match-counts.ts';

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

/** The sums, name by name, of records of numbers. */
function addRecords<T extends object>(records: readonly T[]): T {
  const names = Object.keys(records[0]) as (keyof T)[];
  return Object.fromEntries(
    names.map((name) => [name, records.reduce((sum, record) => sum + Number(record[name]), 0)]),
  ) as T;
}

/** Sums over images. @param counts At least one. */
export function poolCounts(counts: readonly EvaluationCounts[]): EvaluationCounts {
  const sum = (name: 'trueObjects' | 'predictedObjects' | 'countDifference') =>
    counts.reduce((all, each) => all + each[name], 0);
  return {
    trueObjects: sum('trueObjects'),
    predictedObjects: sum('predictedObjects'),
    countDifference: sum('countDifference'),
    matches: counts[0].matches.map((_, at) => addCounts(counts.map((each) => each.matches[at]))),
    partnerIouSum: counts.reduce((all, each) => all + each.partnerIouSum, 0),
    segSum: counts.reduce((all, each) => all + each.segSum, 0),
    kumarJaccard: addRecords(counts.map((each) => each.kumarJaccard)),
    jaccardPlus: addRecords(counts.map((each) => each.jaccardPlus)),
    cellposeJaccard: addRecords(counts.map((each) => each.cellposeJaccard)),
    pixels: addRecords(counts.map((each) => each.pixels)),
    boundary: addRecords(counts.map((each) => each.boundary)),
    errors: addRecords(counts.map((each) => each.errors)),
  };
}
