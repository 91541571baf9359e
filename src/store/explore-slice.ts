import { templateOfRecipe } from '../pipeline/default-recipe.ts';
import { spotModelOf } from '../pipeline/models-of-recipe.ts';
import { scaleSpots } from '../pipeline/scale-spots.ts';
import { parseSeedRanges } from '../pipeline/seed-ranges.ts';
import { createClusterThumbnails } from './cluster-thumbnails.ts';
import { defaultView } from './default-view.ts';
import { droppedName, keptEdits, keyOfView, viewAtDraw } from './edits-of-draw.ts';
import { toErrorView } from './error-view.ts';
import { chosenModels, spotModelEntry } from './recipe-of-view.ts';
import { createSampleFollower } from './sample-follower.ts';
import { saveLatents } from './save-latents.ts';
import type { SliceContext } from './slice-context.ts';
import type { ExploreSlice, ExploreView } from './studio-state.ts';
import { createThumbnailCache } from './thumbnail-cache.ts';
import { createThumbnailMaker } from './thumbnail-maker.ts';
import { createVariantsPart, type VariantsSlice } from './variants-slice.ts';
import { sameValue } from './view-patch.ts';

/** The explore slice, and what the rest of the studio tells it. */
export interface ExplorePart {
  slice: ExploreSlice & VariantsSlice;
  /** The view, the models or the device changed: makes what is missing. */
  follow(): void;
  /** Makes what failed, when the cause is gone. */
  again(): void;
  /** Kept samples were read: the view takes back its edits. */
  findEdits(): void;
  /** The large view is there: small masks go on. */
  goOn(): void;
}

/** Seeds of a text, or why it is no range; the list of before stays while a person types. */
export function readSeeds(text: string): Pick<ExploreSlice, 'seedsError'> & { seeds: number[] } {
  try {
    return { seeds: parseSeedRanges(text), seedsError: null };
  } catch (error) {
    return { seeds: [], seedsError: toErrorView(error) };
  }
}

/** Spots count pixels of the sample: they go with its size, unless a larger canvas only adds cells around them. */
function spotsAtSize(before: ExploreView, view: ExploreView): ExploreView['spots'] {
  const { spots, size, canvas } = view;
  const isResized = !sameValue(size, before.size) && sameValue(canvas, before.canvas);
  return spots && spots === before.spots && isResized
    ? scaleSpots(spots, before.size, size)
    : spots;
}

/** The view, its sample and its thumbnails. */
export function createExplorePart(context: SliceContext): ExplorePart {
  const { set, get } = context;
  const sample = createSampleFollower(context);
  const cache = createThumbnailCache();
  const thumbnails = createThumbnailMaker(context, cache);
  const variants = createVariantsPart(context, cache);
  const clusters = createClusterThumbnails(context);

  function follow(): void {
    sample.follow();
    thumbnails.follow();
    variants.follow();
    clusters.follow();
  }

  let draw: string | null = null;

  function atItsDraw(before: ExploreView, changed: ExploreView): ExploreView {
    const state = get();
    const now = keyOfView({ ...changed, dropped: '' }, state);
    if (now === draw) return changed;
    const { view, hasLeftEdits } = viewAtDraw(before, changed, draw !== null, state);
    draw = now;
    if (hasLeftEdits) get().notify({ kind: 'info', message: 'notice.editsStayed' });
    return view;
  }

  function findEdits(): void {
    const { view, kept } = get();
    const key = keyOfView(view, get());
    const found = view.edits || key === null ? null : keptEdits(kept, key);
    if (!found) return;
    updateView({
      edits: found.edits,
      style: { ...view.style, byInstance: found.style.byInstance },
    });
  }

  function updateView(patch: Partial<ExploreView>): void {
    const before = get().view;
    let view = { ...before, ...patch };
    // A blend, and styles of single instances belong to one sample; edits to one draw.
    if (view.seed !== before.seed) view.blend = patch.blend ?? [];
    const moved = view.seed !== before.seed || !sameValue(view.blend, before.blend);
    if (moved) {
      view.style = { ...view.style, byInstance: patch.style?.byInstance ?? {} };
    }
    view = atItsDraw(before, view);
    view.spots = spotsAtSize(before, view);
    set({ view });
    if (view.seeds !== before.seeds) {
      const { seeds, seedsError } = readSeeds(view.seeds);
      set({ seedList: seeds, seedsError });
    }
    if (moved) set({ pickedInstance: null });
    follow();
  }

  const fresh = defaultView(null, null);
  return {
    follow,
    findEdits,
    again() {
      if (get().sample.status === 'failed') sample.again();
      thumbnails.again();
      variants.again();
      clusters.again();
    },
    goOn() {
      thumbnails.goOn();
      variants.goOn();
    },
    slice: {
      ...variants.slice,
      view: fresh,
      seedList: readSeeds(fresh.seeds).seeds,
      seedsError: null,
      sample: { status: 'empty', recipe: null, pixels: null, error: null },
      thumbnails: new Map(),
      clusterThumbnails: [],
      pickedInstance: null,
      updateView,
      resetView() {
        const { mask, image } = chosenModels(get());
        updateView(defaultView(mask?.manifest ?? null, image?.manifest ?? null));
      },
      async openRecipe(recipe) {
        const { models, pickModel, pickNoImageModel, notify } = get();
        const missing: string[] = [];
        for (const reference of [recipe.maskModel, recipe.imageModel]) {
          if (!reference) await pickNoImageModel();
          else if (models.some(({ sha256 }) => sha256 === reference.sha256)) {
            await pickModel(reference.sha256);
          } else missing.push(reference.name);
        }
        const spotModel = spotModelOf(recipe);
        if (spotModel && !spotModelEntry(models, recipe)) missing.push(spotModel.name);
        if (missing.length > 0) {
          const values = { models: missing.join(', ') };
          notify({ kind: 'warning', message: 'notice.recipeModelAbsent', values });
        }
        const { version, maskModel, imageModel, ...settings } = templateOfRecipe(recipe);
        updateView({ ...settings, dropped: droppedName(get().kept, recipe) });
      },
      showSeeds: thumbnails.show,
      pointAtSeed: thumbnails.pointAt,
      pin(seed) {
        const { pinned } = get().view;
        if (!pinned.includes(seed)) updateView({ pinned: [...pinned, seed] });
      },
      unpin(seed) {
        updateView({ pinned: get().view.pinned.filter((pinned) => pinned !== seed) });
      },
      pickInstance(id) {
        set({ pickedInstance: id });
      },
      saveLatents: (seeds) => saveLatents(context, seeds),
      setInstanceStyle(id, cluster) {
        const { style } = get().view;
        const byInstance = { ...style.byInstance };
        if (cluster === null) delete byInstance[id];
        else byInstance[id] = cluster;
        updateView({ style: { ...style, byInstance } });
      },
    },
  };
}
