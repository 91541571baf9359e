import { chosenModels, rawMaskKey, templateOfView } from './recipe-of-view.ts';
import type { SliceContext } from './slice-context.ts';
import type { Thumbnail } from './studio-state.ts';
import { createThumbnailCache } from './thumbnail-cache.ts';
import { thumbnailCanvas } from './thumbnail-canvas.ts';

/** Settings must rest this long before thumbnails are made for them: a moving slider would waste them. */
const REST_MS = 180;
/** Seeds beyond the visible ones that are made when nothing else is to do. */
const LOOK_AHEAD = 24;

const WAITING: Thumbnail = { status: 'waiting', image: null };

/** Keeps the grid's masks at the view's settings. */
export interface ThumbnailMaker {
  /** Settings, models or seeds changed. */
  follow(): void;
  /** These are on screen now. */
  show(seeds: number[]): void;
  /** Tries again what failed. */
  again(): void;
}

/**
 * Visible seeds first, then those that come next in the list, one at a time. The state holds what is on
 * screen or about to be; a cache of bounded size holds the rest.
 */
export function createThumbnailMaker({ set, get, engine }: SliceContext): ThumbnailMaker {
  const cache = createThumbnailCache();
  let visible: number[] = [];
  let settings = '';
  let controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;

  const currentRecipe = (seed: number) => {
    const state = get();
    const { mask } = chosenModels(state);
    if (!mask || state.modelsStatus !== 'ready') return null;
    const recipe = templateOfView(state.view, mask.manifest, null);
    return { ...recipe, seed, canvas: thumbnailCanvas(recipe.canvas, mask.manifest) };
  };

  function put(seed: number, thumbnail: Thumbnail): void {
    set(({ thumbnails }) =>
      thumbnails.has(seed) ? { thumbnails: new Map(thumbnails).set(seed, thumbnail) } : {},
    );
  }

  function wantedSeeds(): number[] {
    const { seedList } = get();
    const last = visible.length === 0 ? -1 : seedList.indexOf(visible[visible.length - 1]);
    return [...new Set([...visible, ...seedList.slice(last + 1, last + 1 + LOOK_AHEAD)])];
  }

  /** What the cache has is there at once; the rest waits its turn. */
  function arrange(isKept: (thumbnail: Thumbnail) => boolean): void {
    const before = get().thumbnails;
    const thumbnails = new Map<number, Thumbnail>();
    for (const seed of wantedSeeds()) {
      const old = before.get(seed);
      const recipe = currentRecipe(seed);
      const image = recipe && cache.get(rawMaskKey(recipe));
      if (old && isKept(old)) thumbnails.set(seed, old);
      else thumbnails.set(seed, image ? { status: 'done', image } : WAITING);
    }
    set({ thumbnails });
  }

  async function makeOne(seed: number, signal: AbortSignal): Promise<void> {
    const recipe = currentRecipe(seed);
    if (!recipe) return;
    const priority = visible.includes(seed) ? 'visible' : 'idle';
    put(seed, { status: 'busy', image: null });
    try {
      const image = await engine.generation.makeRawMask(recipe, { priority, signal });
      cache.put(rawMaskKey(recipe), image);
      if (!signal.aborted) put(seed, { status: 'done', image });
    } catch {
      if (!signal.aborted) put(seed, { status: 'failed', image: null });
    }
  }

  async function makeAll(): Promise<void> {
    if (running) return;
    running = true;
    for (let seed = nextSeed(); seed !== undefined; seed = nextSeed()) {
      await makeOne(seed, controller.signal);
    }
    running = false;
  }

  function nextSeed(): number | undefined {
    if (timer !== undefined || !currentRecipe(0)) return undefined;
    const { thumbnails } = get();
    return wantedSeeds().find((seed) => thumbnails.get(seed)?.status === 'waiting');
  }

  function makeAfterRest(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      void makeAll();
    }, REST_MS);
  }

  return {
    follow() {
      const recipe = currentRecipe(0);
      if (!recipe) return;
      const now = `${rawMaskKey(recipe)} ${get().view.seeds}`;
      if (now === settings) return;
      settings = now;
      controller.abort();
      controller = new AbortController();
      arrange(() => false);
      makeAfterRest();
    },
    show(seeds) {
      visible = seeds;
      if (!currentRecipe(0)) return;
      arrange(({ status }) => status !== 'waiting');
      void makeAll();
    },
    again() {
      if (!currentRecipe(0)) return;
      arrange(({ status }) => status !== 'failed');
      void makeAll();
    },
  };
}
