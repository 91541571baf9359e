import type { SampleRecipe } from '../pipeline/recipe.ts';
import { chosenModels, styleCount, templateOfView } from './recipe-of-view.ts';
import type { SliceContext } from './slice-context.ts';
import type { ExploreSlice } from './studio-state.ts';

/** Side of a cluster's thumbnail in pixels; generators of up to six halvings take it as it is. */
const SIDE = 128;
/** One seed for all, so that only the texture differs; separate nuclei in the demo model. */
const SEED = 5;

/** Shows what each style looks like, made once for a pair of models and a palette. */
export interface ClusterThumbnails {
  follow(): void;
  /** Tries again what failed. */
  again(): void;
}

/** The same mask in each style, at low priority. */
export function createClusterThumbnails({ set, get, engine }: SliceContext): ClusterThumbnails {
  let pair = '';
  let controller = new AbortController();

  function put(thumbnail: ExploreSlice['clusterThumbnails'][number]): void {
    set(({ clusterThumbnails }) => ({
      clusterThumbnails: clusterThumbnails.map((old) =>
        old.cluster === thumbnail.cluster ? thumbnail : old,
      ),
    }));
  }

  async function makeOne(recipe: SampleRecipe, signal: AbortSignal): Promise<void> {
    const { cluster } = recipe.style;
    put({ cluster, status: 'busy', image: null });
    try {
      const { image } = await engine.generation.makeSample(recipe, { priority: 'idle', signal });
      if (!signal.aborted) put({ cluster, status: 'done', image });
    } catch {
      if (!signal.aborted) put({ cluster, status: 'failed', image: null });
    }
  }

  async function makeAll(recipes: SampleRecipe[], signal: AbortSignal): Promise<void> {
    for (const recipe of recipes) {
      if (signal.aborted) return;
      await makeOne(recipe, signal);
    }
  }

  function recipesOfClusters(): SampleRecipe[] {
    const state = get();
    const { mask, image } = chosenModels(state);
    if (!mask || !image) return [];
    const template = templateOfView(state.view, mask.manifest, image.manifest);
    // A texture is seen best without what lies above it.
    const base = { ...template, seed: SEED, spots: null, optics: null };
    const shrink = (SIDE * SIDE) / (base.size.width * base.size.height);
    const smallestObject = Math.round(base.truth.smallestObject * Math.min(1, shrink));
    return Array.from({ length: styleCount(image.manifest, base.style.palette) }, (_, cluster) => ({
      ...base,
      truth: { ...base.truth, smallestObject },
      size: { ...base.size, width: SIDE, height: SIDE },
      style: { mode: 'cluster', cluster, seed: 0, byInstance: {}, palette: base.style.palette },
    }));
  }

  return {
    again() {
      const failed = get().clusterThumbnails.some(({ status }) => status === 'failed');
      if (!failed) return;
      pair = '';
      this.follow();
    },
    follow() {
      const state = get();
      if (state.modelsStatus !== 'ready') return;
      const { palette } = state.view.style;
      const now = `${state.maskModel}/${state.imageModel}/${JSON.stringify(palette)}`;
      if (now === pair) return;
      pair = now;
      controller.abort();
      controller = new AbortController();
      const recipes = recipesOfClusters();
      set({
        clusterThumbnails: recipes.map(({ style }) => ({
          cluster: style.cluster,
          status: 'waiting',
          image: null,
        })),
      });
      void makeAll(recipes, controller.signal);
    },
  };
}
