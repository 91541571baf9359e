import { createJSONStorage, type PersistStorage } from 'zustand/middleware';
import { readStorage, writeStorage } from '../../store/browser-storage.ts';

/** The browser's storage for settings of a view; where there is none, they last as long as the page. */
export function localSettings<State>(): PersistStorage<State> | undefined {
  return createJSONStorage<State>(() => ({
    getItem: readStorage,
    setItem: writeStorage,
    removeItem: (name) => writeStorage(name, 'null'),
  }));
}
