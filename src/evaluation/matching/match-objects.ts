import { bestAssignment } from './best-assignment.ts';
import type { OverlapPair, OverlapTable } from './overlap-table.ts';

/** What of a pair must reach the threshold: the IoU, or the share of the true or of the predicted object. */
export type MatchCriterion = 'iou' | 'iot' | 'iop';

/** The criterion's value of a pair, in (0, 1]. */
export function overlapScore(
  { truth, predicted }: OverlapTable,
  pair: OverlapPair,
  criterion: MatchCriterion,
): number {
  if (criterion === 'iou') return pair.iou;
  const areas = criterion === 'iot' ? truth.areas[pair.truth] : predicted.areas[pair.predicted];
  return pair.overlap / areas;
}

/**
 * One-to-one pairs of objects as Cellpose's `average_precision` and StarDist's `matching` assign them: as many as
 * possible that reach the threshold, among those the ones with the largest sum of scores (cost
 * `-[score >= threshold] - score / (2 min(n, m))`).
 * @param threshold In [0, 1].
 * @returns By rising `truth`; also pairs below the threshold, which are assigned but do not count as matches.
 */
export function assignObjects(
  table: OverlapTable,
  threshold: number,
  criterion: MatchCriterion = 'iou',
): OverlapPair[] {
  const fewest = Math.min(table.truth.ids.length, table.predicted.ids.length);
  return bestAssignment(table, (pair) => {
    const score = overlapScore(table, pair, criterion);
    return (score >= threshold ? 1 : 0) + score / (2 * fewest);
  });
}

/**
 * The matches at an IoU threshold: pairs of `assignObjects` that reach it. From one half on no assignment is needed:
 * no two pairs of an object can be above one half, and of several at exactly one half any one is as good.
 * @returns By rising `truth`.
 */
export function matchObjects(table: OverlapTable, threshold: number): OverlapPair[] {
  if (threshold < 0.5) {
    return assignObjects(table, threshold).filter(({ iou }) => iou >= threshold);
  }
  const takenTruth = new Set<number>();
  const takenPredicted = new Set<number>();
  return table.pairs.filter(({ truth, predicted, iou }) => {
    if (iou < threshold || takenTruth.has(truth) || takenPredicted.has(predicted)) return false;
    takenTruth.add(truth);
    takenPredicted.add(predicted);
    return true;
  });
}
