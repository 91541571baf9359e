import { RandomState } from '../../random/random-state.ts';
import { recipeForSeed, seedOfSample } from '../default-recipe.ts';
import type { SampleRecipe } from '../recipe.ts';
import type { DatasetPlan, DrawRange } from './dataset-plan.ts';

/** Decimals of what is drawn: recipes stay readable, and no pixel sees the rest. */
const DECIMALS = 1e4;

const within = ({ from, to }: DrawRange, share: number): number =>
  Math.round((from + (to - from) * share) * DECIMALS) / DECIMALS;

/** The cluster at a share of the summed weights. */
function clusterAt(weights: readonly number[], share: number): number {
  const target = share * weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  for (const [cluster, weight] of weights.entries()) {
    sum += weight;
    if (target < sum) return cluster;
  }
  return weights.findLastIndex((weight) => weight > 0);
}

/**
 * The recipe of a seed by a plan. Every sample draws the same six numbers in the same order from
 * `RandomState(drawSeed + 65537 · seed)`: psi, style, and the four of the optics, so that none depends on the others.
 */
export function drawSample(plan: DatasetPlan, seed: number): SampleRecipe {
  const { template, psi, styleWeights, optics, drawSeed } = plan;
  const recipe = recipeForSeed(template, seed);
  if (!psi && !styleWeights && !optics) return recipe;
  const own = seedOfSample(drawSeed, seed);
  const shares = new RandomState(own).rand(6);
  return {
    ...recipe,
    psi: psi ? within(psi, shares[0]) : recipe.psi,
    style: styleWeights
      ? { ...recipe.style, mode: 'cluster', cluster: clusterAt(styleWeights, shares[1]) }
      : recipe.style,
    optics: optics
      ? {
          seed: recipe.optics?.seed ?? own,
          psfSigma: within(optics.psfSigma, shares[2]),
          photonsAtWhite: within(optics.photonsAtWhite, shares[3]),
          readNoise: within(optics.readNoise, shares[4]),
          offset: within(optics.offset, shares[5]),
        }
      : recipe.optics,
  };
}
