import type { OverlapTable } from '../matching/overlap-table.ts';

/**
 * The summands of the Cell Tracking Challenge's SEG (Maška et al. 2014), one for every true object: its IoU with the
 * prediction that covers more than half of it, 0 where none does (exactly half is not enough). SEG is their mean.
 */
export function segScores({ truth, pairs }: OverlapTable): Float64Array {
  const scores = new Float64Array(truth.ids.length);
  for (const { truth: at, overlap, iou } of pairs) {
    if (overlap > truth.areas[at] / 2) scores[at] = iou;
  }
  return scores;
}
