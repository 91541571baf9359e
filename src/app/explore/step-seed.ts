import { LARGEST_SEED } from '../../pipeline/seed-ranges.ts';

/** The seed before or after, in the grid's order where the seed is in it, else by number. */
export function stepSeed(seed: number, list: readonly number[], by: 1 | -1): number {
  const at = list.indexOf(seed);
  const next = at < 0 ? undefined : list[at + by];
  return next ?? Math.min(LARGEST_SEED, Math.max(0, seed + by));
}

/** Any seed short enough to be remembered and typed. */
export function randomSeed(): number {
  return Math.floor(Math.random() * 1_000_000);
}
