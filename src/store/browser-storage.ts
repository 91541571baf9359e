// Storage may be forbidden (private windows, embedded pages) or full; the page then forgets, nothing else.

/** A small setting of this browser by name; null where there is none or storage is forbidden. */
export function readStorage(key: string): string | null {
  try {
    return globalThis.localStorage?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

/** Keeps a small setting, where the browser allows it. */
export function writeStorage(key: string, value: string): void {
  try {
    globalThis.localStorage?.setItem(key, value);
  } catch {
    return;
  }
}
