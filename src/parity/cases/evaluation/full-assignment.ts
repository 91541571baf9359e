import type { OverlapPair, OverlapTable } from '../../../evaluation/matching/overlap-table.ts';

/** Objects of a pair, by place, and the score it was assigned for. */
export interface AssignedPair {
  truth: number;
  predicted: number;
  score: number;
}

const without = (count: number, used: Set<number>) =>
  Array.from({ length: count }, (_, at) => at).filter((at) => !used.has(at));

/**
 * The originals assign every object that can have a partner, those that overlap nothing too, which pair up in their
 * order with a score of 0: adds those pairs to the ones that overlap.
 */
export function fullAssignment(
  { truth, predicted }: OverlapTable,
  pairs: readonly OverlapPair[],
  scoreOf: (pair: OverlapPair) => number,
): AssignedPair[] {
  const openTruth = without(truth.ids.length, new Set(pairs.map((pair) => pair.truth)));
  const openPredicted = without(predicted.ids.length, new Set(pairs.map((pair) => pair.predicted)));
  const rest = openTruth
    .slice(0, openPredicted.length)
    .map((at, order) => ({ truth: at, predicted: openPredicted[order], score: 0 }));
  return [...pairs.map((pair) => ({ ...pair, score: scoreOf(pair) })), ...rest].sort(
    (a, b) => a.truth - b.truth,
  );
}
