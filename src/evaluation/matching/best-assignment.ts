import { linearSumAssignment } from 'linear-sum-assignment';
import { connectedPairs } from './connected-pairs.ts';
import { takeDominantPairs } from './dominant-pairs.ts';
import type { OverlapPair, OverlapTable } from './overlap-table.ts';

const placesIn = (values: readonly number[]) =>
  new Map([...new Set(values)].map((value, place) => [value, place]));

/** The pairs of one connected group that together weigh most. */
function assignGroup(
  group: readonly OverlapPair[],
  weightOf: (pair: OverlapPair) => number,
): OverlapPair[] {
  const rows = placesIn(group.map(({ truth }) => truth));
  const columns = placesIn(group.map(({ predicted }) => predicted));
  if (rows.size === 1 || columns.size === 1) {
    return [group.reduce((best, pair) => (weightOf(pair) > weightOf(best) ? pair : best))];
  }
  const weights = Array.from(rows, () => new Float64Array(columns.size));
  const byPlace = new Map<number, OverlapPair>();
  for (const pair of group) {
    const row = rows.get(pair.truth)!;
    const column = columns.get(pair.predicted)!;
    weights[row][column] = weightOf(pair);
    byPlace.set(row * columns.size + column, pair);
  }
  const { rowAssignments } = linearSumAssignment(weights, { maximaze: true });
  return [...rowAssignments].flatMap(
    (column, row) => (column < 0 ? [] : byPlace.get(row * columns.size + column)) ?? [],
  );
}

/**
 * Pairs of true and predicted objects, each object in one pair at most, whose weights add up to the most: the
 * linear sum assignment of the originals. Pairs without shared pixels weigh nothing, so what is not plain is solved
 * group by group of objects that share pixels.
 * @param weightOf Positive for every pair of the table.
 * @returns By rising `truth`.
 */
export function bestAssignment(
  table: OverlapTable,
  weightOf: (pair: OverlapPair) => number,
): OverlapPair[] {
  const { taken, open } = takeDominantPairs(table.pairs, weightOf);
  const solved = connectedPairs(open).flatMap((group) => assignGroup(group, weightOf));
  return [...taken, ...solved].sort((a, b) => a.truth - b.truth);
}
