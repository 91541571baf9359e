import { useMemo } from 'react';
import { recipeForSeed } from '../../pipeline/default-recipe.ts';
import type { SampleRecipe } from '../../pipeline/recipe.ts';
import { favouriteSeeds } from '../../store/favourite-seeds.ts';
import { isFavourite, keptOf } from '../../store/favourites-slice.ts';
import type { KeptSample } from '../../store/kept-sample.ts';
import { chosenModels, recipeOfView, templateOfView } from '../../store/recipe-of-view.ts';
import type { StudioState } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';

/** The recipe of the sample in view; null while no mask model is there. */
export function currentRecipe(state: StudioState): SampleRecipe | null {
  const { mask, image } = chosenModels(state);
  return mask && recipeOfView(state.view, mask.manifest, image?.manifest ?? null);
}

/** The recipe of a seed of the grid, with what a person made of it where it is the one in view. */
function recipeOfSeed(state: StudioState, seed: number): SampleRecipe | null {
  const { mask, image } = chosenModels(state);
  if (!mask) return null;
  if (seed === state.view.seed && state.view.blend.length === 0) return currentRecipe(state);
  return recipeForSeed(templateOfView(state.view, mask.manifest, image?.manifest ?? null), seed);
}

/** Marks the sample in view, or takes the mark away. */
export function toggleCurrentFavourite(): void {
  const state = useStudio.getState();
  const recipe = currentRecipe(state);
  if (recipe) state.toggleFavourite(recipe);
}

/** Marks a seed of the grid, or takes the mark away. */
export function toggleSeedFavourite(seed: number): void {
  const state = useStudio.getState();
  const recipe = recipeOfSeed(state, seed);
  if (recipe) state.toggleFavourite(recipe);
}

/** What is kept of the sample in view, and its recipe. */
export function useKeptOfView(): { recipe: SampleRecipe | null; kept: KeptSample | null } {
  const view = useStudio((state) => state.view);
  const kept = useStudio((state) => state.kept);
  const models = useStudio((state) => state.models);
  const maskModel = useStudio((state) => state.maskModel);
  const imageModel = useStudio((state) => state.imageModel);
  return useMemo(() => {
    const { mask, image } = chosenModels({ models, maskModel, imageModel });
    if (!mask) return { recipe: null, kept: null };
    const recipe = recipeOfView(view, mask.manifest, image?.manifest ?? null);
    return { recipe, kept: keptOf(kept, recipe) };
  }, [view, kept, models, maskModel, imageModel]);
}

/** What the grid's marks were worked out of, and what came of it: every thumbnail asks. */
let known: { of: readonly unknown[]; seeds: ReadonlySet<number> } = { of: [], seeds: new Set() };

/** The marked seeds at the view's settings. */
function markedSeeds(state: StudioState): ReadonlySet<number> {
  const { kept, view, models, maskModel, imageModel } = state;
  const of = [kept, view, models, maskModel, imageModel];
  if (of.every((part, at) => part === known.of[at])) return known.seeds;
  const { mask } = chosenModels(state);
  const seeds = mask
    ? favouriteSeeds(kept, templateOfView(view, mask.manifest, null))
    : new Set<number>();
  known = { of, seeds };
  return seeds;
}

/** Whether a seed of the grid is marked. */
export function useIsFavouriteSeed(seed: number): boolean {
  return useStudio((state) => markedSeeds(state).has(seed));
}

/** The list of favourites, the newest first. */
export function useFavourites(): KeptSample[] {
  const kept = useStudio((state) => state.kept);
  return useMemo(() => kept.filter(isFavourite), [kept]);
}
