import { recipeForSeed } from '../pipeline/default-recipe.ts';
import { type Latents, latentsNpz } from '../pipeline/latents.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import { toErrorView } from './error-view.ts';
import { chosenModels, recipeOfView, templateOfView } from './recipe-of-view.ts';
import type { SliceContext } from './slice-context.ts';

/**
 * Downloads w, `[N, numWs, wDim]`, of the sample in view or of seeds at the view's settings.
 * @param seeds Null for the sample in view, with its blend and its mix.
 */
export async function saveLatents(
  { get, engine }: SliceContext,
  seeds: readonly number[] | null,
): Promise<void> {
  const { view, notify } = get();
  const { mask } = chosenModels(get());
  if (!mask) return;
  const template = templateOfView(view, mask.manifest, null);
  const recipes: SampleRecipe[] = seeds
    ? seeds.map((seed) => recipeForSeed(template, seed))
    : [recipeOfView(view, mask.manifest, null)];
  try {
    const latents: Latents[] = [];
    for (const recipe of recipes) {
      latents.push(await engine.generation.makeLatents(recipe, { priority: 'visible' }));
    }
    const bytes = await latentsNpz(
      latents,
      recipes.map(({ seed }) => seed),
    );
    const name = seeds ? 'w-pinned.npz' : `w-seed${String(view.seed).padStart(4, '0')}.npz`;
    engine.download(new Blob([bytes], { type: 'application/zip' }), name);
  } catch (error) {
    notify({ kind: 'error', message: 'notice.downloadFailed', error: toErrorView(error) });
  }
}
