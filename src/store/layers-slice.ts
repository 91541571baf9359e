import { latestWins } from '../engine/latest-wins.ts';
import type { LayerQuestion, LayerReading } from '../pipeline/layer-question.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import { toErrorView } from './error-view.ts';
import { chosenModels, recipeOfView } from './recipe-of-view.ts';
import type { SliceContext } from './slice-context.ts';
import type { ErrorView } from './studio-state.ts';

/** The inside of the networks, for the sample in view. */
export interface LayersSlice {
  layers: {
    status: 'closed' | 'busy' | 'done' | 'failed';
    question: LayerQuestion;
    /** Of the question before, while the newest is answered. */
    reading: (LayerReading & { network: LayerQuestion['network'] }) | null;
    error: ErrorView | null;
  };
  /** Asks, latest wins; the sample's recipe is that of the view as it is now. */
  inspectLayers(question: LayerQuestion): void;
  /** Forgets the answer. */
  closeLayers(): void;
}

const CLOSED: LayersSlice['layers'] = {
  status: 'closed',
  question: { network: 'mask', channel: null },
  reading: null,
  error: null,
};

interface Asked {
  recipe: SampleRecipe;
  question: LayerQuestion;
}

/** The layer inspector's answers. */
export function createLayersSlice({ set, get, engine }: SliceContext): LayersSlice {
  const patch = (layers: Partial<LayersSlice['layers']>) =>
    set((state) => ({ layers: { ...state.layers, ...layers } }));
  const queue = latestWins<Asked, LayerReading>(
    ({ recipe, question }, signal) =>
      engine.generation.inspectLayers(recipe, question, { priority: 'view', signal }),
    {
      onResult(reading, { question }) {
        patch({ status: 'done', reading: { ...reading, network: question.network }, error: null });
      },
      onError(error) {
        patch({ status: 'failed', error: toErrorView(error) });
      },
    },
  );
  return {
    layers: CLOSED,
    inspectLayers(question) {
      const state = get();
      const { mask, image } = chosenModels(state);
      if (!mask || state.modelsStatus !== 'ready') return;
      const recipe = recipeOfView(state.view, mask.manifest, image?.manifest ?? null);
      patch({ status: 'busy', question, error: null });
      queue.submit({ recipe, question });
    },
    closeLayers() {
      queue.cancel();
      set({ layers: CLOSED });
    },
  };
}
