import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type KeptOutcome, type KeptSet, memoryShelf, type ResultShelf } from './result-shelf.ts';

interface ShelfTables extends DBSchema {
  outcomes: { key: string; value: KeptOutcome };
  /** Files are kept by the browser as files: they cost no memory. */
  sets: { key: string; value: KeptSet };
}

/** Larger sets are not copied: they are opened again by hand after a closed tab. */
const LARGEST_COPY = 1 << 30;

const sizeOf = ({ files }: KeptSet): number => files.reduce((sum, { file }) => sum + file.size, 0);

function shelfOver(database: IDBPDatabase<ShelfTables>): ResultShelf {
  return {
    readOutcome: async (key) => (await database.get('outcomes', key)) ?? null,
    async keepOutcome(key, outcome) {
      await database.put('outcomes', outcome, key).catch(() => undefined);
    },
    sets: () => database.getAll('sets'),
    async keepSet(set) {
      if (sizeOf(set) > LARGEST_COPY) return set;
      try {
        await database.put('sets', set);
        return (await database.get('sets', set.id)) ?? set;
      } catch {
        return set;
      }
    },
    forgetSet: (id) => database.delete('sets', id),
    forgetOutcomes: () => database.clear('outcomes'),
  };
}

/** The shelf of this browser; one in memory where it keeps nothing. */
export async function browserShelf(): Promise<ResultShelf> {
  if (typeof indexedDB === 'undefined') return memoryShelf();
  try {
    const database = await openDB<ShelfTables>('cytoforge-benchmark', 1, {
      upgrade(fresh) {
        fresh.createObjectStore('outcomes');
        fresh.createObjectStore('sets', { keyPath: 'id' });
      },
    });
    return shelfOver(database);
  } catch {
    return memoryShelf();
  }
}
