import type { OverlapTable } from '../matching/overlap-table.ts';
import { ratio } from '../ratio.ts';

/** Foreground pixels, whatever object they belong to. */
export interface PixelCounts {
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
}

/** Counts of an image. */
export function pixelCounts({ truth, predicted, pairs }: OverlapTable): PixelCounts {
  const truePositives = pairs.reduce((sum, { overlap }) => sum + overlap, 0);
  const total = (areas: Float64Array) => areas.reduce((sum, area) => sum + area, 0);
  return {
    truePositives,
    falsePositives: total(predicted.areas) - truePositives,
    falseNegatives: total(truth.areas) - truePositives,
  };
}

/** Dice of the foregrounds, 2 TP / (2 TP + FP + FN); null where both are empty. */
export function pixelDice({ truePositives, falsePositives, falseNegatives }: PixelCounts) {
  return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
}

/** Jaccard index of the foregrounds, TP / (TP + FP + FN); null where both are empty. */
export function pixelJaccard({ truePositives, falsePositives, falseNegatives }: PixelCounts) {
  return ratio(truePositives, truePositives + falsePositives + falseNegatives);
}
