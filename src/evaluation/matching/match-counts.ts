import { matchObjects } from './match-objects.ts';
import type { OverlapTable } from './overlap-table.ts';

/** IoU thresholds of the 2018 Data Science Bowl, as literals: sums of 0.05 miss IoUs of exactly 3/5. */
export const EVALUATION_THRESHOLDS = [
  0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95,
] as const;

/** Matches at one IoU threshold, of an image or summed over many. */
export interface MatchCounts {
  /** A pair is a match when its IoU is this or more. */
  threshold: number;
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
  /** Sum of the IoUs of the matches. */
  iouSum: number;
}

/** Counts the matches of an image at a threshold. */
export function countMatches(table: OverlapTable, threshold: number): MatchCounts {
  const matches = matchObjects(table, threshold);
  return {
    threshold,
    truePositives: matches.length,
    falsePositives: table.predicted.ids.length - matches.length,
    falseNegatives: table.truth.ids.length - matches.length,
    iouSum: matches.reduce((sum, { iou }) => sum + iou, 0),
  };
}

/** Sums of counts at the same threshold, e.g. over the images of a set. */
export function addCounts(counts: readonly MatchCounts[]): MatchCounts {
  const sum = (name: keyof MatchCounts) => counts.reduce((all, each) => all + each[name], 0);
  return {
    threshold: counts[0]?.threshold ?? Number.NaN,
    truePositives: sum('truePositives'),
    falsePositives: sum('falsePositives'),
    falseNegatives: sum('falseNegatives'),
    iouSum: sum('iouSum'),
  };
}
