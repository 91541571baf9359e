import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { KeptSample } from './kept-sample.ts';
import type { HistoryEntry } from './painting/paint-state.ts';
import type { StoredPainting } from './painting/stored-painting.ts';

/** What the page keeps in the browser's database; large files are in the private file system instead. */
export interface BrowserTables extends DBSchema {
  /** Samples a person kept: favourites, notes, edits. */
  kept: { key: string; value: KeptSample };
  /** Label maps under edit, by the key of their sample. */
  paintings: { key: string; value: StoredPainting };
  /** Undo history: what was done to a painting, by `[painting, index]`. */
  strokes: { key: [string, number]; value: HistoryEntry };
  /** The pixels of those strokes (`packDelta`), by the same keys. */
  deltas: { key: [string, number]; value: Uint8Array<ArrayBuffer> };
  /** Small settings of the page by name. */
  settings: { key: string; value: unknown };
}

const NAME = 'cytoforge';
const VERSION = 2;

let opening: Promise<IDBPDatabase<BrowserTables>> | null = null;

/**
 * The page's database; null where the browser offers none (private windows of some, embedded pages): the page then
 * forgets at its end, nothing else.
 */
export async function browserDatabase(): Promise<IDBPDatabase<BrowserTables> | null> {
  if (typeof indexedDB === 'undefined') return null;
  opening ??= openDB<BrowserTables>(NAME, VERSION, {
    upgrade(database) {
      // Whatever the version was, what is missing is made.
      const names = database.objectStoreNames;
      if (!names.contains('kept')) database.createObjectStore('kept', { keyPath: 'id' });
      for (const name of ['paintings', 'strokes', 'deltas', 'settings'] as const) {
        if (!names.contains(name)) database.createObjectStore(name);
      }
    },
    // Another tab wants a newer version: this one lets go, and opens again when it needs to.
    blocking(_, __, event) {
      (event.target as IDBDatabase).close();
      opening = null;
    },
    terminated() {
      opening = null;
    },
  });
  try {
    return await opening;
  } catch {
    opening = null;
    return null;
  }
}
