import { packDelta, unpackDelta } from '../../imaging/editing/pack-delta.ts';
import type { StrokeDelta } from '../../imaging/editing/stroke-delta.ts';
import type { MaskEdits } from '../../pipeline/recipe.ts';
import type { HistoryEntry } from './paint-state.ts';
import { createRecentStrokes } from './recent-strokes.ts';
import { rest } from './rest.ts';
import type { FoundPainting, PaintingChange } from './stored-painting.ts';

/** The strokes of a painting, and which of them its pixels show; written to the browser in the page's idle time. */
export interface StrokeHistory {
  readonly entries: readonly HistoryEntry[];
  /** Index of the entry that the pixels are at; 0 is before the first. */
  readonly position: number;
  /** Adds an entry after the current one; those that were undone are gone. */
  record(entry: Omit<HistoryEntry, 'index'>, delta: StrokeDelta): void;
  /**
   * What an entry changed.
   * @throws CytoForgeError `bad-image` when the browser lost it.
   */
  deltaOf(index: number): Promise<StrokeDelta>;
  /** Says that the pixels are at another entry now. */
  moveTo(index: number): void;
  /** The pixels at the current entry; pixels and entries are written soon, together. */
  show(edits: MaskEdits): void;
  /** Resolves when all is written, or cannot be. */
  flush(): Promise<void>;
}

/** What a history needs of the page. */
export interface HistoryPlace {
  size: { width: number; height: number };
  origin: MaskEdits | null;
  /** What was kept of it before; null for a new one. */
  found: FoundPainting | null;
  /** Null when nothing can be kept. */
  storage: {
    write(change: PaintingChange): Promise<void>;
    read(index: number): Promise<Uint8Array<ArrayBuffer> | undefined>;
  } | null;
  /** Writing failed, or works again. */
  onKeeping(outcome: { isKept: boolean; error: unknown }): void;
}

/** A stroke that is not written yet. */
interface Pending {
  entry: HistoryEntry;
  delta: StrokeDelta | null;
  packed: Uint8Array<ArrayBuffer> | null;
}

/** Opens a history where it was left, or begins one. */
export function createStrokeHistory(place: HistoryPlace): StrokeHistory {
  const { size, origin, found, storage, onKeeping } = place;
  let entries: HistoryEntry[] = found?.entries ?? [];
  let position = found?.position ?? 0;
  const recent = createRecentStrokes();
  const pending = new Map<number, Pending>();
  // Entries that a new one took the place of; a new history replaces whatever is there.
  let cutAfter: number | null = found ? entries.length : 0;
  // Pixels are written with the entry they belong to, never with another.
  let serial = 0;
  let shown: { edits: MaskEdits; serial: number } | null = null;
  let written = 0;
  let writing: Promise<void> | null = null;

  function pack(one: Pending): Uint8Array<ArrayBuffer> {
    one.packed ??= packDelta(one.delta ?? []);
    one.delta = null;
    return one.packed;
  }

  async function writeOnce(target: NonNullable<HistoryPlace['storage']>): Promise<void> {
    for (const one of [...pending.values()].filter(({ packed }) => !packed)) {
      await rest();
      pack(one);
    }
    if (!shown || shown.serial !== serial) return;
    const upTo = serial;
    const cut = cutAfter;
    const strokes = [...pending.values()];
    cutAfter = null;
    try {
      await target.write({
        painting: { version: 1, edits: shown.edits, origin, position, changed: Date.now() },
        strokes: strokes.map((one) => ({ entry: one.entry, packed: pack(one) })),
        cutAfter: cut,
      });
    } catch (error) {
      if (cut !== null) cutAfter = Math.min(cut, cutAfter ?? cut);
      throw error;
    }
    written = upTo;
    for (const one of strokes) {
      if (pending.get(one.entry.index) === one) pending.delete(one.entry.index);
    }
  }

  async function writeAll(): Promise<void> {
    if (!storage) {
      for (const one of pending.values()) {
        if (one.packed) continue;
        await rest();
        pack(one);
      }
      return;
    }
    try {
      while (shown && shown.serial === serial && written !== serial) await writeOnce(storage);
      onKeeping({ isKept: true, error: null });
    } catch (error) {
      onKeeping({ isKept: false, error });
    }
  }

  function write(): Promise<void> {
    writing ??= writeAll().finally(() => {
      writing = null;
    });
    return writing;
  }

  return {
    get entries() {
      return entries;
    },
    get position() {
      return position;
    },
    record(entry, delta) {
      if (position < entries.length) {
        cutAfter = Math.min(position, cutAfter ?? position);
        for (let index = position + 1; index <= entries.length; index++) {
          pending.delete(index);
          recent.drop(index);
        }
      }
      entries = [...entries.slice(0, position), { ...entry, index: position + 1 }];
      position += 1;
      serial += 1;
      pending.set(position, { entry: entries[position - 1], delta, packed: null });
      recent.put(position, delta);
    },
    async deltaOf(index) {
      const at = recent.get(index) ?? pending.get(index)?.delta;
      if (at) return at;
      const packed = pending.get(index)?.packed ?? (await storage?.read(index));
      const delta = unpackDelta(packed ?? new Uint8Array(), size);
      recent.put(index, delta);
      return delta;
    },
    moveTo(index) {
      position = index;
      serial += 1;
    },
    show(edits) {
      shown = { edits, serial };
      void write();
    },
    async flush() {
      await write();
      // What came while the last writing was under way.
      await write();
    },
  };
}
