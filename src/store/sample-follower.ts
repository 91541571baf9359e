import { latestWins } from '../engine/latest-wins.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import type { SamplePixels } from '../pipeline/sample.ts';
import { toErrorView } from './error-view.ts';
import { chosenModels, recipeOfView } from './recipe-of-view.ts';
import type { SliceContext } from './slice-context.ts';
import type { ExploreSlice } from './studio-state.ts';
import { sameValue } from './view-patch.ts';

/** Keeps the large view's sample at the view's recipe. */
export interface SampleFollower {
  /** Makes the sample of the current view unless it is there or under way. */
  follow(): void;
  /** The same, even if it failed or is there already. */
  again(): void;
}

/** Latest wins: while a slider moves, only its newest position is made. */
export function createSampleFollower({ set, get, engine }: SliceContext): SampleFollower {
  let wanted: SampleRecipe | null = null;
  const patch = (sample: Partial<ExploreSlice['sample']>) =>
    set((state) => ({ sample: { ...state.sample, ...sample } }));
  const queue = latestWins<SampleRecipe, SamplePixels>(
    (recipe, signal) => engine.generation.makeSample(recipe, { priority: 'view', signal }),
    {
      onResult(pixels, recipe) {
        const { mask, truth, image } = pixels.timing;
        set((state) => ({
          sample: { status: 'done', recipe, pixels, error: null },
          device: { ...state.device, lastSampleMs: mask + truth + image },
        }));
      },
      onError(error) {
        wanted = null;
        patch({ status: 'failed', error: toErrorView(error) });
      },
    },
  );

  function follow(): void {
    const state = get();
    const { mask, image } = chosenModels(state);
    if (!mask || state.modelsStatus !== 'ready') return;
    const recipe = recipeOfView(state.view, mask.manifest, image?.manifest ?? null);
    if (sameValue(recipe, wanted)) return;
    wanted = recipe;
    patch({ status: 'busy', error: null });
    queue.submit(recipe);
  }

  return {
    follow,
    again() {
      wanted = null;
      follow();
    },
  };
}
