import { bestAssignment } from '../matching/best-assignment.ts';
import { assignObjects } from '../matching/match-objects.ts';
import type { OverlapPair, OverlapTable } from '../matching/overlap-table.ts';
import type { AreaRatio } from './area-ratio.ts';

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** Intersections over unions of pairs, where true objects without a pair and predictions in none add to the union. */
function aggregate({ truth, predicted }: OverlapTable, pairs: readonly OverlapPair[]): AreaRatio {
  const used = new Set(pairs.map((pair) => pair.predicted));
  let intersection = 0;
  let union = sumOf(truth.areas);
  for (const pair of pairs) {
    intersection += pair.overlap;
    union += predicted.areas[pair.predicted] - pair.overlap;
  }
  predicted.areas.forEach((area, at) => {
    if (!used.has(at)) union += area;
  });
  return { intersection, union };
}

/**
 * Aggregated Jaccard index of Kumar et al. 2017: every true object takes the prediction of the largest IoU, which may
 * be taken by several; what is never taken adds to the union.
 */
export function kumarJaccard(table: OverlapTable): AreaRatio {
  const best = new Map<number, OverlapPair>();
  for (const pair of table.pairs) {
    const before = best.get(pair.truth);
    if (!before || pair.iou > before.iou) best.set(pair.truth, pair);
  }
  return aggregate(table, [...best.values()]);
}

/** AJI+ of Graham et al. 2019 (HoVer-Net): as Kumar's, but one-to-one, by the largest sum of IoUs. */
export function jaccardPlus(table: OverlapTable): AreaRatio {
  return aggregate(
    table,
    bestAssignment(table, ({ iou }) => iou),
  );
}

/**
 * What Cellpose's `aggregated_jaccard_index` computes, which is another figure: shared pixels of its one-to-one
 * assignment at an IoU of 0.5 over all pixels that are foreground in either map.
 */
export function cellposeJaccard(table: OverlapTable): AreaRatio {
  const shared = table.pairs.reduce((sum, { overlap }) => sum + overlap, 0);
  return {
    intersection: assignObjects(table, 0.5).reduce((sum, { overlap }) => sum + overlap, 0),
    union: sumOf(table.truth.areas) + sumOf(table.predicted.areas) - shared,
  };
}
