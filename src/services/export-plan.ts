import type { ModelManifest } from '../checkpoints/bundle/manifest.ts';
import { recipeForSeed } from '../pipeline/default-recipe.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import { parseSeedRanges } from '../pipeline/seed-ranges.ts';

/** What an export makes; kept beside its parts, so that a later page can go on with it. */
export interface ExportPlan {
  /** Seed ranges as typed. */
  seeds: string;
  /** What `recipeForSeed` makes the recipe of each seed from. */
  template: SampleRecipe;
  /** The recipe of the seed in the large view, with the styles picked for its single instances. */
  inView: SampleRecipe;
  /** The models in use. */
  manifests: ModelManifest[];
  fileName: string;
}

/** The recipes of a plan, one at a time. @throws CytoForgeError `bad-option` for seeds that are no range. */
export function recipesOfPlan(plan: ExportPlan): {
  total: number;
  recipes: Iterable<SampleRecipe>;
} {
  const seeds = parseSeedRanges(plan.seeds);
  function* recipes(): Generator<SampleRecipe> {
    for (const seed of seeds) {
      yield seed === plan.inView.seed ? plan.inView : recipeForSeed(plan.template, seed);
    }
  }
  return { total: seeds.length, recipes: { [Symbol.iterator]: recipes } };
}
