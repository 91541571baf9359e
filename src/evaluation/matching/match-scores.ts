import { type Ratio, ratio } from '../ratio.ts';
import type { MatchCounts } from './match-counts.ts';

/**
 * Figures of matched objects at one IoU threshold; null where there is nothing to divide by. An image without true and
 * without predicted objects has none of them (Cellpose gives NaN there, StarDist 0); one with predictions and no truth,
 * or with truth and no predictions, has an AP, F1 and PQ of 0.
 */
export interface MatchScores {
  /** TP / (TP + FP + FN), which Cellpose calls average precision and StarDist accuracy. It is not COCO's AP. */
  averagePrecision: number | null;
  /** TP / (TP + FP); null without predictions. */
  precision: number | null;
  /** TP / (TP + FN); null without truth. */
  recall: number | null;
  /** 2 TP / (2 TP + FP + FN). */
  f1: number | null;
  /** Mean IoU of the matches, the segmentation quality SQ; null without matches. */
  meanMatchedIou: number | null;
  /** Sum of the IoUs of matches over the number of true objects; null without truth. */
  meanTrueIou: number | null;
  /** Sum of the IoUs of matches / (TP + FP / 2 + FN / 2) = SQ · F1 (Kirillov et al. 2019). */
  panopticQuality: number | null;
}

/** The figures as what they are shares of. */
export function matchRatios(counts: MatchCounts): Record<keyof MatchScores, Ratio> {
  const { truePositives, falsePositives, falseNegatives, iouSum } = counts;
  const matchesAndHalves = truePositives + (falsePositives + falseNegatives) / 2;
  return {
    averagePrecision: [truePositives, truePositives + falsePositives + falseNegatives],
    precision: [truePositives, truePositives + falsePositives],
    recall: [truePositives, truePositives + falseNegatives],
    f1: [truePositives, matchesAndHalves],
    meanMatchedIou: [iouSum, truePositives],
    meanTrueIou: [iouSum, truePositives + falseNegatives],
    panopticQuality: [iouSum, matchesAndHalves],
  };
}

/** The figures of counts. */
export function matchScores(counts: MatchCounts): MatchScores {
  const ratios = Object.entries(matchRatios(counts));
  return Object.fromEntries(
    ratios.map(([name, [part, whole]]) => [name, ratio(part, whole)]),
  ) as Record<keyof MatchScores, number | null>;
}
