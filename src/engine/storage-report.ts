/** Where converted models are kept, and how much room is left there. */
export interface StorageReport {
  /** `page`: the browser keeps nothing (private windows, old browsers), and models are gone with the tab. */
  place: 'browser' | 'page';
  /** Bytes that this site takes in all, exports under way included; null where the browser does not tell. */
  usedBytes: number | null;
  /** Bytes that it may take. */
  quotaBytes: number | null;
  /** Whether the browser promised not to clear them when it runs short of space. */
  persistent: boolean;
}

/** Asks the browser. Never rejects: what it does not tell is null. */
export async function browserStorage(place: StorageReport['place']): Promise<StorageReport> {
  const storage = navigator.storage as StorageManager | undefined;
  const estimate = await storage?.estimate?.().catch(() => null);
  const persistent = await storage?.persisted?.().catch(() => false);
  return {
    place,
    usedBytes: estimate?.usage ?? null,
    quotaBytes: estimate?.quota ?? null,
    persistent: place === 'browser' && (persistent ?? false),
  };
}
