import { recipeForSeed } from '../pipeline/default-recipe.ts';
import type { SampleMeasures } from '../pipeline/sample-measures.ts';
import { chosenModels, rawMaskKey, templateOfView } from './recipe-of-view.ts';
import type { SliceContext } from './slice-context.ts';
import { thumbnailCanvas } from './thumbnail-canvas.ts';
import { sameValue } from './view-patch.ts';

/** Measures what is in the samples of the view's settings. */
export interface SeedMeter {
  /** Whether there is a model to measure with. */
  ready(): boolean;
  /** Names what the measures depend on beside the seed; equal names, equal measures. */
  settings(): string;
  /** At the recipe's size, in the worker, behind everything a person looks at. */
  measure(seed: number, signal: AbortSignal): Promise<SampleMeasures>;
}

/** A meter of the chosen models. */
export function createSeedMeter({ get, engine }: Pick<SliceContext, 'get' | 'engine'>): SeedMeter {
  const template = () => {
    const state = get();
    const { mask } = chosenModels(state);
    if (!mask || state.modelsStatus !== 'ready') return null;
    return { recipe: templateOfView(state.view, mask.manifest, null), mask: mask.manifest };
  };
  return {
    ready: () => template() !== null,
    settings() {
      const found = template();
      if (!found) return '';
      const { truth, size } = found.recipe;
      return `${rawMaskKey({ ...found.recipe, seed: 0 })} ${JSON.stringify([truth, size])}`;
    },
    async measure(seed, signal) {
      const found = template();
      if (!found) throw new DOMException('There is no model.', 'AbortError');
      const recipe = recipeForSeed(found.recipe, seed);
      // A thumbnail may show the middle of a large canvas only.
      const isWhole = sameValue(recipe.canvas, thumbnailCanvas(recipe.canvas, found.mask));
      const rawMask = isWhole ? (get().thumbnails.get(seed)?.image ?? null) : null;
      return engine.generation.measureSample(recipe, rawMask, { priority: 'idle', signal });
    },
  };
}
