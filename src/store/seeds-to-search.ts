import { LARGEST_SEED } from '../pipeline/seed-ranges.ts';

/**
 * The seeds of a list, then those after its last, up to the largest there is, each once.
 * @param from Where to begin without a list.
 */
export function* seedsToSearch(seedList: readonly number[], from: number): Generator<number> {
  yield* seedList;
  const known = new Set(seedList);
  const last = seedList.length > 0 ? seedList[seedList.length - 1] : from - 1;
  for (let seed = last + 1; seed <= LARGEST_SEED; seed++) {
    if (!known.has(seed)) yield seed;
  }
}
