import { LARGEST_SEED } from '../../pipeline/seed-ranges.ts';

/** The seeds that a grid shows, in its order; there may be four billion of them. */
export interface SeedSequence {
  count: number;
  at(index: number): number;
  /** -1 where the seed is not among them. */
  indexOf(seed: number): number;
}

/** Every seed there is. */
export const ALL_SEEDS: SeedSequence = {
  count: LARGEST_SEED + 1,
  at: (index) => index,
  indexOf: (seed) => seed,
};

/** The seeds of a list. */
export function listedSeeds(seeds: readonly number[]): SeedSequence {
  return {
    count: seeds.length,
    at: (index) => seeds[index],
    indexOf: (seed) => seeds.indexOf(seed),
  };
}

/** Seeds from one place of a sequence to before another; what lies outside is left out. */
export function seedsBetween(sequence: SeedSequence, from: number, to: number): number[] {
  const first = Math.max(0, from);
  const count = Math.max(0, Math.min(sequence.count, to) - first);
  return Array.from({ length: count }, (_, at) => sequence.at(first + at));
}
