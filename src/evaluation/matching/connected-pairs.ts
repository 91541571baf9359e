import type { OverlapPair } from './overlap-table.ts';

/** The first pair of an object's group, found by following pairs to earlier ones; paths are shortened on the way. */
function firstOf(earlier: Int32Array, pair: number): number {
  let at = pair;
  while (earlier[at] !== at) {
    earlier[at] = earlier[earlier[at]];
    at = earlier[at];
  }
  return at;
}

/**
 * Parts pairs into groups: pairs of one group are connected by objects they share, those of two groups share none.
 * @returns Groups in the order of their first pairs, each in the order of `pairs`.
 */
export function connectedPairs(pairs: readonly OverlapPair[]): OverlapPair[][] {
  const earlier = Int32Array.from(pairs, (_, at) => at);
  const seenTruth = new Map<number, number>();
  const seenPredicted = new Map<number, number>();
  for (const [at, { truth, predicted }] of pairs.entries()) {
    for (const other of [seenTruth.get(truth) ?? at, seenPredicted.get(predicted) ?? at]) {
      const [a, b] = [firstOf(earlier, at), firstOf(earlier, other)];
      earlier[Math.max(a, b)] = Math.min(a, b);
    }
    seenTruth.set(truth, at);
    seenPredicted.set(predicted, at);
  }
  const groups = new Map<number, OverlapPair[]>();
  for (const [at, pair] of pairs.entries()) {
    const first = firstOf(earlier, at);
    const group = groups.get(first);
    if (group) group.push(pair);
    else groups.set(first, [pair]);
  }
  return [...groups.values()];
}
