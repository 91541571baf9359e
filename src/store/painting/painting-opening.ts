import { paintingOf } from '../../imaging/editing/painting.ts';
import type { MaskEdits } from '../../pipeline/recipe.ts';
import { labelsOfEdits } from '../../pipeline/truth-of-edits.ts';
import { browserDatabase } from '../browser-database.ts';
import { keyOfView, sameEdits } from '../edits-of-draw.ts';
import { toErrorView } from '../error-view.ts';
import { sampleKey } from '../kept-slice.ts';
import type { SliceContext } from '../slice-context.ts';
import { CLOSED } from './closed-state.ts';
import { editsOfPainting, openPaintingOf } from './open-painting.ts';
import type { PaintChanges } from './paint-changes.ts';
import type { PaintingLock, PaintingLocks } from './painting-locks.ts';
import type { PaintingView } from './painting-view.ts';
import { type FoundPainting, findPainting, findStroke, writePainting } from './stored-painting.ts';
import { createStrokeHistory, type StrokeHistory } from './stroke-history.ts';

/** Keeps the painting of the sample in view open. */
export interface PaintingOpening {
  /** Opens what is in view, and follows it. */
  start(): Promise<void>;
  /** Closes it; resolves when it is written. */
  stop(): Promise<void>;
  /** The view or its sample changed. */
  follow(): void;
  /** Takes the painting from the page that has it. */
  claim(): Promise<void>;
  /** Writes what is not written yet. */
  flush(): Promise<void>;
}

/** A painting whose pixels are waited for. */
interface Place {
  key: string;
  lock: PaintingLock | null;
  found: FoundPainting | null;
  database: Awaited<ReturnType<typeof browserDatabase>>;
}

/** Opens paintings of a view, one at a time. */
export function createPaintingOpening(
  { get }: SliceContext,
  view: PaintingView,
  changes: PaintChanges,
  locks: PaintingLocks,
): PaintingOpening {
  let isFollowing = false;
  let wanted: string | null = null;
  let place: Place | null = null;
  let closing: Promise<unknown> = Promise.resolve();
  let isFull = false;

  async function flush(): Promise<void> {
    changes.end();
    view.keepNow();
    await view.open?.history.flush();
  }

  function close(): Promise<unknown> {
    const left = place;
    const flushed = flush();
    view.open = null;
    place = null;
    closing = Promise.all([closing, flushed]).then(() => left?.lock?.release());
    return closing;
  }

  function tellKeeping(history: StrokeHistory, isKept: boolean, error: unknown): void {
    if (view.open?.history !== history || get().paint.keeping === 'elsewhere') return;
    view.patch({ keeping: isKept ? 'own' : 'memory' });
    if (!isKept && !isFull) {
      get().notify({
        kind: 'warning',
        message: 'notice.paintStorageFull',
        error: toErrorView(error),
      });
    }
    if (isKept && isFull) get().notify({ kind: 'success', message: 'notice.paintKept' });
    isFull = !isKept;
  }

  function open(at: Place, edits: MaskEdits, origin: MaskEdits | null): void {
    const { key, lock, found, database } = at;
    const { labels, nuclei } = labelsOfEdits(edits);
    const { width, height } = edits;
    const history = createStrokeHistory({
      size: { width, height },
      origin,
      found,
      storage: database &&
        lock && {
          async write(change) {
            // Who lost the painting to another page must not write over it.
            if (at.lock) await writePainting(database, key, change);
          },
          read: (index) => findStroke(database, key, index),
        },
      onKeeping: ({ isKept, error }) => tellKeeping(history, isKept, error),
    });
    view.open = openPaintingOf(key, paintingOf(labels, nuclei), origin, history);
    const keeping = lock ? (database ? 'own' : 'memory') : 'elsewhere';
    const isEdited = !sameEdits(edits, origin);
    view.refresh({ status: 'ready', error: null, width, height, selection: [], keeping, isEdited });
    view.tell({ x: 0, y: 0, width, height });
    lock?.lost.then(() => lose(lock));
  }

  function lose(lock: PaintingLock): void {
    if (place?.lock !== lock) return;
    place.lock = null;
    changes.cancel();
    view.patch({ keeping: 'elsewhere' });
  }

  /** Pixels that were kept come first, then the view's edits, then what the generator made. */
  function openPixels(at: Place): void {
    const { view: now, sample, updateView } = get();
    const { found, key } = at;
    if (found) {
      open(at, found.edits, found.origin);
      const isOrigin = now.dropped === '' && sameEdits(found.edits, found.origin);
      view.adopt(isOrigin ? null : found.edits);
      if (now.edits === null) updateView({ edits: view.pushed });
      else takeForeign();
    } else if (now.edits) {
      open(at, now.edits, now.dropped === '' ? null : now.edits);
      view.adopt(now.edits);
    } else if (sample.status === 'failed') {
      view.patch({ status: 'failed', error: sample.error });
    } else if (sample.status === 'done' && sample.pixels && sample.recipe?.edits === null) {
      if (sampleKey(sample.recipe) !== key) return;
      const { labels, nuclei } = sample.pixels;
      const origin = editsOfPainting(paintingOf(labels, nuclei));
      open(at, origin, origin);
      view.adopt(null);
    }
  }

  /** The view's edits were changed by somebody else: that is one more entry of the history. */
  function takeForeign(): void {
    const { edits } = get().view;
    const { open: opened } = view;
    if (!opened || !place?.lock || sameEdits(edits, view.pushed)) return;
    const other = edits ?? opened.origin;
    const { width, height } = opened.painting;
    if (!other) return;
    if (other.width !== width || other.height !== height) {
      const { key, lock, database } = place;
      place = { key, lock, database, found: null };
      open(place, other, opened.origin);
      view.adopt(edits);
      return;
    }
    const { labels, nuclei } = labelsOfEdits(other);
    view.adopt(edits);
    changes.edit({ kind: 'replace', painting: paintingOf(labels, nuclei) });
  }

  async function openKey(key: string, taken: PaintingLock | null = null): Promise<void> {
    const closed = close();
    wanted = key;
    const { clipboard, version } = get().paint;
    view.patch({ ...CLOSED, status: 'opening', key, clipboard, version });
    await closed;
    const lock = taken ?? (await locks.claim(key).catch(() => null));
    const database = await browserDatabase();
    const found = database ? await findPainting(database, key).catch(() => null) : null;
    if (wanted !== key || place) {
      await lock?.release();
      return;
    }
    place = { key, lock, found, database };
    openSafely();
  }

  function openSafely(): void {
    if (!place) return;
    try {
      openPixels(place);
    } catch (error) {
      view.patch({ status: 'failed', error: toErrorView(error) });
    }
  }

  function follow(): void {
    if (!isFollowing) return;
    const key = keyOfView(get().view, get());
    if (key === null) return;
    if (key !== wanted) void openKey(key);
    else if (view.open) takeForeign();
    else openSafely();
  }

  locks.onAsked((key) => {
    const lock = place?.key === key ? place.lock : null;
    if (!lock) return;
    void flush().then(() => {
      lose(lock);
      return lock.release();
    });
  });

  return {
    flush,
    follow,
    async start() {
      isFollowing = true;
      const key = keyOfView(get().view, get());
      if (key !== null && key !== wanted) await openKey(key);
    },
    async stop() {
      isFollowing = false;
      wanted = null;
      await close();
      const { clipboard, version } = get().paint;
      if (!isFollowing) view.patch({ ...CLOSED, clipboard, version });
    },
    async claim() {
      const { key, keeping } = get().paint;
      if (keeping !== 'elsewhere' || key === '') return;
      const lock = await locks.take(key);
      if (wanted === key) await openKey(key, lock);
      else await lock.release();
    },
  };
}
