import type { IDBPDatabase } from 'idb';
import type { MaskEdits } from '../../pipeline/recipe.ts';
import type { BrowserTables } from '../browser-database.ts';
import type { HistoryEntry } from './paint-state.ts';

/** A painting as the browser's database has it. */
export interface StoredPainting {
  version: 1;
  /** The pixels at `position`. */
  edits: MaskEdits;
  /** What the generator (or the dropped file) gave; null where only its edits are known. */
  origin: MaskEdits | null;
  /** Index of the entry that the pixels are at. */
  position: number;
  /** Milliseconds since 1970. */
  changed: number;
}

/** A painting with the entries of its history. */
export interface FoundPainting extends StoredPainting {
  entries: HistoryEntry[];
}

/** What is to be written at once, so that pixels and history never tell different stories. */
export interface PaintingChange {
  painting: StoredPainting;
  /** New entries with their packed strokes; those after the last of them are deleted. */
  strokes: { entry: HistoryEntry; packed: Uint8Array<ArrayBuffer> }[];
  /** Entries after this index are deleted first; null when none is to be. */
  cutAfter: number | null;
}

type Database = IDBPDatabase<BrowserTables>;

function strokesAfter(key: string, index: number): IDBKeyRange {
  return IDBKeyRange.bound([key, index + 1], [key, Number.MAX_SAFE_INTEGER]);
}

/**
 * Reads a painting without its strokes' pixels; null when there is none. A history that misses an entry is given up,
 * the pixels stay.
 */
export async function findPainting(database: Database, key: string): Promise<FoundPainting | null> {
  const transaction = database.transaction(['paintings', 'strokes']);
  const painting = await transaction.objectStore('paintings').get(key);
  const entries = await transaction.objectStore('strokes').getAll(strokesAfter(key, 0));
  if (painting?.version !== 1) return null;
  // A gap would put strokes to the wrong entries: what comes after one cannot be done again.
  const gap = entries.findIndex(({ index }, i) => index !== i + 1);
  const known = gap < 0 ? entries : entries.slice(0, gap);
  if (known.length >= painting.position) return { ...painting, entries: known };
  return { ...painting, position: 0, entries: [] };
}

/** The packed pixels of one stroke; undefined when there are none. */
export function findStroke(
  database: Database,
  key: string,
  index: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return database.get('deltas', [key, index]);
}

/**
 * Writes pixels and strokes in one transaction.
 * @throws DOMException `QuotaExceededError` when the browser has no room; nothing is written then.
 */
export async function writePainting(
  database: Database,
  key: string,
  { painting, strokes, cutAfter }: PaintingChange,
): Promise<void> {
  const transaction = database.transaction(['paintings', 'strokes', 'deltas'], 'readwrite');
  const entries = transaction.objectStore('strokes');
  const deltas = transaction.objectStore('deltas');
  const requests: Promise<unknown>[] = [];
  if (cutAfter !== null) {
    requests.push(entries.delete(strokesAfter(key, cutAfter)));
    requests.push(deltas.delete(strokesAfter(key, cutAfter)));
  }
  for (const { entry, packed } of strokes) {
    requests.push(entries.put(entry, [key, entry.index]), deltas.put(packed, [key, entry.index]));
  }
  requests.push(transaction.objectStore('paintings').put(painting, key), transaction.done);
  await Promise.all(requests);
}
