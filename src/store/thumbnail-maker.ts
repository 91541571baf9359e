import type { RequestPriority } from '../engine/request-priority.ts';
import { chosenModels, rawMaskKey, templateOfView } from './recipe-of-view.ts';
import type { SliceContext } from './slice-context.ts';
import type { Thumbnail } from './studio-state.ts';
import { createThumbnailCache } from './thumbnail-cache.ts';

/** Settings must rest this long before thumbnails are made for them: a moving slider would waste them. */
const REST_MS = 180;
/** Seeds beyond the visible ones that are made when nothing else is to do. */
const LOOK_AHEAD = 24;

/** Keeps the grid's masks at the view's settings. */
export interface ThumbnailMaker {
  /** Settings, seeds or visible seeds changed. */
  follow(): void;
  show(seeds: number[]): void;
  stop(): void;
}

/** Visible seeds first, then those that come next in the list, one at a time. */
export function createThumbnailMaker({ set, get, engine }: SliceContext): ThumbnailMaker {
  const cache = createThumbnailCache();
  let visible: number[] = [];
  let settings = '';
  let controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const currentRecipe = (seed: number) => {
    const state = get();
    const { mask } = chosenModels(state);
    if (!mask || state.modelsStatus !== 'ready') return null;
    return { ...templateOfView(state.view, mask.manifest, null), seed };
  };

  function put(seed: number, thumbnail: Thumbnail): void {
    set(({ thumbnails }) => ({ thumbnails: new Map(thumbnails).set(seed, thumbnail) }));
  }

  function seedsInOrder(): { seed: number; priority: RequestPriority }[] {
    const { seedList } = get();
    const last = visible.length === 0 ? -1 : seedList.indexOf(visible[visible.length - 1]);
    const next = seedList.slice(last + 1, last + 1 + LOOK_AHEAD);
    return [
      ...visible.map((seed) => ({ seed, priority: 'visible' as const })),
      ...next.map((seed) => ({ seed, priority: 'idle' as const })),
    ];
  }

  async function makeOne(seed: number, priority: RequestPriority, signal: AbortSignal) {
    const recipe = currentRecipe(seed);
    if (!recipe || get().thumbnails.get(seed)?.status === 'done') return;
    const key = rawMaskKey(recipe);
    put(seed, { status: 'busy', image: null });
    try {
      const image = await engine.generation.makeRawMask(recipe, { priority, signal });
      cache.put(key, image);
      if (!signal.aborted) put(seed, { status: 'done', image });
    } catch {
      if (!signal.aborted) put(seed, { status: 'failed', image: null });
    }
  }

  async function makeAll(signal: AbortSignal): Promise<void> {
    for (const { seed, priority } of seedsInOrder()) {
      if (signal.aborted) return;
      await makeOne(seed, priority, signal);
    }
  }

  /** What the cache has is shown at once; the rest waits its turn. */
  function showCached(keepOthers: boolean): void {
    const thumbnails = new Map<number, Thumbnail>(keepOthers ? get().thumbnails : []);
    for (const { seed } of seedsInOrder()) {
      if (thumbnails.get(seed)?.status === 'done') continue;
      const recipe = currentRecipe(seed);
      const image = recipe && cache.get(rawMaskKey(recipe));
      thumbnails.set(seed, image ? { status: 'done', image } : { status: 'waiting', image: null });
    }
    set({ thumbnails });
  }

  function restart(keepOthers: boolean, delay: number): void {
    controller.abort();
    controller = new AbortController();
    const { signal } = controller;
    clearTimeout(timer);
    showCached(keepOthers);
    timer = setTimeout(() => void makeAll(signal), delay);
  }

  return {
    follow() {
      const recipe = currentRecipe(0);
      if (!recipe) return;
      const now = rawMaskKey(recipe);
      if (now === settings) return;
      settings = now;
      restart(false, REST_MS);
    },
    show(seeds) {
      visible = seeds;
      if (currentRecipe(0)) restart(true, 0);
    },
    stop() {
      controller.abort();
      clearTimeout(timer);
      settings = '';
    },
  };
}
