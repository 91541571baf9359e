import { createJSONStorage, type PersistStorage } from 'zustand/middleware';

/**
 * The browser's local storage for settings of the page. Where it is forbidden or full, settings last as long as the page,
 * nothing else.
 */
export function localSettings<State>(): PersistStorage<State> | undefined {
  return createJSONStorage<State>(() => ({
    getItem(name) {
      try {
        return globalThis.localStorage?.getItem(name) ?? null;
      } catch {
        return null;
      }
    },
    setItem(name, value) {
      try {
        globalThis.localStorage?.setItem(name, value);
      } catch {
        // The setting is in the page all the same.
      }
    },
    removeItem(name) {
      try {
        globalThis.localStorage?.removeItem(name);
      } catch {
        // There is nothing to remove then.
      }
    },
  }));
}
