import type { OverlapPair } from './overlap-table.ts';

/** The two largest weights at one object. */
interface Largest {
  first: number;
  second: number;
}

function noteWeight(largest: Map<number, Largest>, place: number, weight: number): void {
  const known = largest.get(place);
  if (!known) largest.set(place, { first: weight, second: 0 });
  else if (weight > known.first) {
    known.second = known.first;
    known.first = weight;
  } else if (weight > known.second) known.second = weight;
}

/** What the object could weigh without this pair. */
const otherwise = ({ first, second }: Largest, weight: number) =>
  weight === first ? second : first;

/** One round of `takeDominantPairs`: the pairs that dominate among those given. */
function dominantAmong(
  pairs: readonly OverlapPair[],
  weightOf: (pair: OverlapPair) => number,
): OverlapPair[] {
  const truth = new Map<number, Largest>();
  const predicted = new Map<number, Largest>();
  for (const pair of pairs) {
    noteWeight(truth, pair.truth, weightOf(pair));
    noteWeight(predicted, pair.predicted, weightOf(pair));
  }
  const taken = new Set<string>();
  return pairs.filter((pair) => {
    const weight = weightOf(pair);
    const rest =
      otherwise(truth.get(pair.truth)!, weight) + otherwise(predicted.get(pair.predicted)!, weight);
    const objects = [`t${pair.truth}`, `p${pair.predicted}`];
    if (weight < rest || objects.some((name) => taken.has(name))) return false;
    for (const name of objects) taken.add(name);
    return true;
  });
}

/**
 * Takes pairs that belong to a best assignment whatever becomes of the others: such a pair weighs at least as much as
 * the best other pairs of its two objects together, so putting it in their place never loses. What it takes away lets
 * more pairs dominate; where predictions are good nearly nothing is left to be solved.
 * @returns The pairs taken, and those of objects that are still free.
 */
export function takeDominantPairs(
  pairs: readonly OverlapPair[],
  weightOf: (pair: OverlapPair) => number,
): { taken: OverlapPair[]; open: OverlapPair[] } {
  const taken: OverlapPair[] = [];
  let open = [...pairs];
  for (;;) {
    const dominant = dominantAmong(open, weightOf);
    if (dominant.length === 0) return { taken, open };
    taken.push(...dominant);
    const trueOnes = new Set(dominant.map(({ truth }) => truth));
    const predictedOnes = new Set(dominant.map(({ predicted }) => predicted));
    open = open.filter(
      ({ truth, predicted }) => !trueOnes.has(truth) && !predictedOnes.has(predicted),
    );
  }
}
