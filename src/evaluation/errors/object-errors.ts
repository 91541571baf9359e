import { connectedPairs } from '../matching/connected-pairs.ts';
import type { OverlapPair, OverlapTable } from '../matching/overlap-table.ts';

/** What became of a true object. */
export type TrueVerdict = 'matched' | 'missed' | 'split' | 'merged' | 'catastrophe';

/** What a predicted object is. */
export type PredictedVerdict = 'matched' | 'extra' | 'split' | 'merged' | 'catastrophe';

/** Object errors of an image as DeepCell counts them, and the verdict on every object. */
export interface ObjectErrors {
  counts: ErrorCounts;
  /** By place in `OverlapTable.truth`. */
  truth: TrueVerdict[];
  /** By place in `OverlapTable.predicted`. */
  predicted: PredictedVerdict[];
}

/** Events, and the objects in them. */
export interface ErrorCounts {
  /** Pairs that are right: IoU above 0.6. */
  correct: number;
  /** True objects without a prediction that covers them. */
  missed: number;
  /** Predictions without a true object (DeepCell: gained). */
  extra: number;
  /** True objects cut into several predictions. */
  split: number;
  /** Predictions that cover several true objects. */
  merged: number;
  /** Groups of several true and several predicted objects. */
  catastrophe: number;
  /** True objects too many in merges: one less than each merge holds (DeepCell: missed_det_from_merge). */
  missedInMerges: number;
  /** Predictions too many in splits (DeepCell: gained_det_from_split). */
  extraInSplits: number;
  trueInCatastrophes: number;
  predictedInCatastrophes: number;
}

/** DeepCell's `1 - cutoff1`: in its assignment a pair costs less than two single objects only above this IoU. */
const CORRECT_ABOVE = 0.6;
/** DeepCell's `cutoff1`: pairs up to this IoU are looked at for containment. */
const POOR_UP_TO = 0.4;
/** DeepCell's `cutoff2`: pairs of this IoU are linked. */
const LINKED_FROM = 0.1;

/** Whether two objects that are no pair have to do with one another: by IoU, or because one lies half in the other. */
function isLinked({ truth, predicted }: OverlapTable, pair: OverlapPair): boolean {
  if (pair.iou >= LINKED_FROM) return true;
  const smaller = Math.min(truth.areas[pair.truth], predicted.areas[pair.predicted]);
  return pair.iou <= POOR_UP_TO && pair.overlap > smaller / 2;
}

const places = (group: readonly OverlapPair[], side: 'truth' | 'predicted') => [
  ...new Set(group.map((pair) => pair[side])),
];

/**
 * Object errors as `deepcell_toolbox.metrics` finds them (after Caicedo et al. 2019) with its cutoffs of 0.4 and 0.1.
 * Its linear assignment comes down to "pairs above an IoU of 0.6", as no object can have two of them; what is in none
 * of them is linked by smaller overlaps, and the form of the connected groups says what went wrong. Of all
 * catastrophes the objects are counted, where the original keeps those of the last one.
 */
export function objectErrors(table: OverlapTable): ObjectErrors {
  const truth: TrueVerdict[] = Array.from(table.truth.ids, () => 'missed');
  const predicted: PredictedVerdict[] = Array.from(table.predicted.ids, () => 'extra');
  const correct = table.pairs.filter(({ iou }) => iou > CORRECT_ABOVE);
  for (const pair of correct) {
    truth[pair.truth] = 'matched';
    predicted[pair.predicted] = 'matched';
  }
  const links = table.pairs.filter(
    (pair) =>
      truth[pair.truth] !== 'matched' &&
      predicted[pair.predicted] !== 'matched' &&
      isLinked(table, pair),
  );
  const counts = { split: 0, merged: 0, catastrophe: 0 };
  for (const group of connectedPairs(links)) {
    // A single pair whose IoU is too low is a missed and an extra object.
    if (group.length === 1) continue;
    const [trueOnes, predictedOnes] = [places(group, 'truth'), places(group, 'predicted')];
    const several = trueOnes.length > 1 && predictedOnes.length > 1;
    const verdict = several ? 'catastrophe' : trueOnes.length > 1 ? 'merged' : 'split';
    counts[verdict] += 1;
    for (const at of trueOnes) truth[at] = verdict;
    for (const at of predictedOnes) predicted[at] = verdict;
  }
  const trueOf = (verdict: TrueVerdict) => truth.filter((each) => each === verdict).length;
  const predictedOf = (verdict: PredictedVerdict) =>
    predicted.filter((each) => each === verdict).length;
  return {
    truth,
    predicted,
    counts: {
      ...counts,
      correct: correct.length,
      missed: trueOf('missed'),
      extra: predictedOf('extra'),
      missedInMerges: trueOf('merged') - counts.merged,
      extraInSplits: predictedOf('split') - counts.split,
      trueInCatastrophes: trueOf('catastrophe'),
      predictedInCatastrophes: predictedOf('catastrophe'),
    },
  };
}
