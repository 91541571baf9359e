import { RandomState } from '../random/random-state.ts';
import { type LatentPoint, sumOf, weightsOf } from './latent-sum.ts';

/** Draws of neighbours come from their own stream, so that roll 5 is not what seed 5 draws. */
const STREAM = 0x6a697474;

/** Other seeds are below this: short enough to be read and typed. */
const SEEDS = 1_000_000;

/** Which neighbours of a sample to draw. */
export interface NeighbourDraw {
  /** The share of another seed's w in each, 0 .. 1. */
  strength: number;
  /** Another roll is other neighbours, the same roll the same. */
  roll: number;
  count: number;
}

/**
 * Samples around one: `(1 - strength)` of its w and `strength` of that of a random seed each. They keep its seed's
 * name, so that styles stay.
 */
export function neighboursOf(centre: LatentPoint, draw: NeighbourDraw): LatentPoint[] {
  const { strength, roll, count } = draw;
  const seeds = new RandomState((STREAM + roll) % 2 ** 32).randint(0, SEEDS, count);
  return seeds.map((seed) => ({
    seed: centre.seed,
    blend: sumOf([
      { weights: weightsOf(centre), share: 1 - strength },
      { weights: [{ seed, weight: 1 }], share: strength },
    ]),
  }));
}
