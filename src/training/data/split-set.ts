import { RandomState } from '../../random/random-state.ts';
import { streamSeed } from '../../random/stream-seed.ts';

const SPLIT = 3;

/** Some of a set held out for validation, at random but the same for the same seed; at least one stays on each side. */
export function splitSet<T>(
  set: readonly T[],
  share: number,
  seed: number,
): { training: T[]; validation: T[] } {
  const order = set.map((_, i) => i);
  new RandomState(streamSeed(seed, SPLIT)).shuffle(order);
  const wanted = Math.round(share * set.length);
  const count = share > 0 ? Math.min(set.length - 1, Math.max(1, wanted)) : 0;
  const held = new Set(order.slice(0, count));
  return {
    training: set.filter((_, i) => !held.has(i)),
    validation: set.filter((_, i) => held.has(i)),
  };
}
