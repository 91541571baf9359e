import type { OverlapTable } from '../matching/overlap-table.ts';

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
