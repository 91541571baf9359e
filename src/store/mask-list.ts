import type { SampleRecipe } from '../pipeline/recipe.ts';
import { rawMaskKey } from './recipe-of-view.ts';
import type { SliceContext } from './slice-context.ts';
import type { Thumbnail } from './studio-state.ts';
import type { ThumbnailCache } from './thumbnail-cache.ts';

/** Settings and the large view must rest this long before masks are made: a moving slider would waste them. */
const REST_MS = 180;

const WAITING: Thumbnail = { status: 'waiting', image: null };

/** Small masks of many samples, in the state. */
export interface MaskList<Key> {
  /** These are on screen, and those may be next; what is no longer among them leaves the state. */
  want(visible: readonly Key[], ahead: readonly Key[]): void;
  /** Under the pointer: made first. */
  pointAt(key: Key | null): void;
  /** Recipes are others than before: all are made anew. */
  restart(): void;
  /** The large view is there: goes on where it waited for that. */
  goOn(): void;
  /** Tries again what failed. */
  again(): void;
}

/** What the masks are of and where they go. */
interface MaskListOptions<Key> {
  cache: ThumbnailCache;
  /** Null while there is no model. */
  recipeOf(key: Key): SampleRecipe | null;
  read(): ReadonlyMap<Key, Thumbnail>;
  write(thumbnails: ReadonlyMap<Key, Thumbnail>): void;
}

/**
 * One mask at a time: the one under the pointer, then what is on screen, then what may be next; none while the large
 * view is being made. The state holds what is wanted, a cache of bounded size the rest.
 */
export function createMaskList<Key>(
  { get, engine }: Pick<SliceContext, 'get' | 'engine'>,
  { cache, recipeOf, read, write }: MaskListOptions<Key>,
): MaskList<Key> {
  let visible = new Set<Key>();
  let wanted: Key[] = [];
  let pointed: Key | null = null;
  let controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;

  function put(key: Key, thumbnail: Thumbnail): void {
    if (read().has(key)) write(new Map(read()).set(key, thumbnail));
  }

  /** What the cache has is there at once; the rest waits its turn. */
  function arrange(isKept: (thumbnail: Thumbnail) => boolean): void {
    const before = read();
    const thumbnails = new Map<Key, Thumbnail>();
    for (const key of wanted) {
      const old = before.get(key);
      const recipe = recipeOf(key);
      const image = recipe && cache.get(rawMaskKey(recipe));
      if (old && isKept(old)) thumbnails.set(key, old);
      else thumbnails.set(key, image ? { status: 'done', image } : WAITING);
    }
    write(thumbnails);
  }

  async function makeOne(key: Key, signal: AbortSignal): Promise<void> {
    const recipe = recipeOf(key);
    if (!recipe) return;
    const priority = visible.has(key) ? 'visible' : 'idle';
    put(key, { status: 'busy', image: null });
    try {
      const image = await engine.generation.makeRawMask(recipe, { priority, signal });
      cache.put(rawMaskKey(recipe), image);
      if (!signal.aborted) put(key, { status: 'done', image });
    } catch {
      if (!signal.aborted) put(key, { status: 'failed', image: null });
    }
  }

  async function makeAll(): Promise<void> {
    if (running) return;
    running = true;
    for (let key = nextKey(); key !== undefined; key = nextKey()) {
      await makeOne(key, controller.signal);
    }
    running = false;
  }

  function nextKey(): Key | undefined {
    if (timer !== undefined || get().sample.status === 'busy') return undefined;
    const waits = (key: Key) => read().get(key)?.status === 'waiting' && recipeOf(key) !== null;
    if (pointed !== null && waits(pointed)) return pointed;
    return wanted.find(waits);
  }

  function makeAfterRest(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      void makeAll();
    }, REST_MS);
  }

  return {
    want(onScreen, ahead) {
      visible = new Set(onScreen);
      wanted = [...new Set([...onScreen, ...ahead])];
      arrange(({ status }) => status !== 'waiting');
      void makeAll();
    },
    pointAt(key) {
      pointed = key;
    },
    restart() {
      controller.abort();
      controller = new AbortController();
      arrange(() => false);
      makeAfterRest();
    },
    goOn: makeAfterRest,
    again() {
      arrange(({ status }) => status !== 'failed');
      void makeAll();
    },
  };
}
