import type { SampleRecipe } from '../pipeline/recipe.ts';
import type { KeptSample } from './kept-sample.ts';
import { rawMaskKey } from './recipe-of-view.ts';

/** The key of a draw but for its seed. */
function settingsKey(recipe: SampleRecipe): string {
  return rawMaskKey({ ...recipe, seed: 0 });
}

/**
 * The seeds that are marked at the settings of a template: a seed drawn with another truncation or by another model is
 * another sample.
 */
export function favouriteSeeds(
  kept: readonly KeptSample[],
  template: SampleRecipe,
): ReadonlySet<number> {
  const settings = settingsKey(template);
  const marked = kept.filter(({ favourite, name, recipe }) => {
    return favourite && name === '' && settingsKey(recipe) === settings;
  });
  return new Set(marked.map(({ recipe }) => recipe.seed));
}
