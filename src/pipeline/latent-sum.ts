import type { SampleRecipe, SeedWeight } from './recipe.ts';

/** Where a sample is in the latent space: a seed, or a blend of seeds under the name of one. */
export type LatentPoint = Pick<SampleRecipe, 'seed' | 'blend'>;

/** Weights are kept to so many decimals, so that links stay short; w are float32. */
const DECIMALS = 6;

/** Seeds of a sum: more do not fit a link. */
const MOST_SEEDS = 64;

/** The w of a point as a weighted sum of those of seeds. */
export function weightsOf({ seed, blend }: LatentPoint): SeedWeight[] {
  return blend.length > 0 ? blend : [{ seed, weight: 1 }];
}

function rounded(weight: number): number {
  return Number(weight.toFixed(DECIMALS));
}

/**
 * A weighted sum of sums, each seed once, in the order they come. Weights are rounded to a millionth and nothing of
 * a sum is lost to that: the largest weight takes what is left. Of more than 64 seeds the smallest are dropped that way.
 */
export function sumOf(
  parts: readonly { weights: readonly SeedWeight[]; share: number }[],
): SeedWeight[] {
  const bySeed = new Map<number, number>();
  let total = 0;
  for (const { weights, share } of parts) {
    for (const { seed, weight } of weights) {
      bySeed.set(seed, (bySeed.get(seed) ?? 0) + share * weight);
      total += share * weight;
    }
  }
  const all = [...bySeed].map(([seed, weight]) => ({ seed, weight: rounded(weight) }));
  const size = ({ weight }: SeedWeight) => Math.abs(weight);
  const largest = [...all].sort((a, b) => size(b) - size(a)).slice(0, MOST_SEEDS);
  const kept = all.filter((each) => each.weight !== 0 && largest.includes(each));
  const lost = total - kept.reduce((sum, { weight }) => sum + weight, 0);
  return kept.map((each) =>
    each === largest[0] ? { ...each, weight: rounded(each.weight + lost) } : each,
  );
}

/** A sum as a point: a seed alone is that seed. */
export function pointOf(seed: number, weights: SeedWeight[]): LatentPoint {
  if (weights.length === 1 && weights[0].seed === seed && weights[0].weight === 1) {
    return { seed, blend: [] };
  }
  return { seed, blend: weights };
}
