import type { SampleRecipe } from '../pipeline/recipe.ts';
import { createMaskList } from './mask-list.ts';
import { chosenModels, rawMaskKey, templateOfView } from './recipe-of-view.ts';
import type { SliceContext } from './slice-context.ts';
import type { StudioState } from './studio-state.ts';
import type { ThumbnailCache } from './thumbnail-cache.ts';
import { thumbnailCanvas } from './thumbnail-canvas.ts';

/** Seeds beyond the visible ones that are made when nothing else is to do. */
const LOOK_AHEAD = 24;

/** Keeps the grid's masks at the view's settings. */
export interface ThumbnailMaker {
  /** Settings, models or seeds changed. */
  follow(): void;
  /** These are on screen now, and those come next; by default the ones after them in the list of seeds. */
  show(seeds: number[], ahead?: number[]): void;
  pointAt(seed: number | null): void;
  /** The large view is there. */
  goOn(): void;
  /** Tries again what failed. */
  again(): void;
}

/** The mask of any sample at the view's settings, small; null while no model is ready. */
export function thumbnailTemplate(state: StudioState): SampleRecipe | null {
  const { mask } = chosenModels(state);
  if (!mask || state.modelsStatus !== 'ready') return null;
  const recipe = templateOfView(state.view, mask.manifest, null);
  return { ...recipe, canvas: thumbnailCanvas(recipe.canvas, mask.manifest) };
}

/** Seeds of the grid, of the latent plane, or whatever else shows seeds. */
export function createThumbnailMaker(context: SliceContext, cache: ThumbnailCache): ThumbnailMaker {
  const { set, get } = context;
  let visible: number[] = [];
  let ahead: number[] | undefined;
  let settings = '';
  const recipeOf = (seed: number) => {
    const template = thumbnailTemplate(get());
    return template && { ...template, seed };
  };
  const masks = createMaskList<number>(context, {
    cache,
    recipeOf,
    read: () => get().thumbnails,
    write: (thumbnails) => set({ thumbnails }),
  });

  function seedsAhead(): number[] {
    if (ahead) return ahead;
    const { seedList } = get();
    const last = visible.length === 0 ? -1 : seedList.indexOf(visible[visible.length - 1]);
    return seedList.slice(last + 1, last + 1 + LOOK_AHEAD);
  }

  return {
    follow() {
      const recipe = recipeOf(0);
      if (!recipe) return;
      const now = `${rawMaskKey(recipe)} ${get().view.seeds}`;
      if (now === settings) return;
      settings = now;
      masks.want(visible, seedsAhead());
      masks.restart();
    },
    show(seeds, next) {
      visible = seeds;
      ahead = next;
      if (recipeOf(0)) masks.want(visible, seedsAhead());
    },
    pointAt: masks.pointAt,
    goOn: masks.goOn,
    again() {
      if (recipeOf(0)) masks.again();
    },
  };
}
