/** Where converted models are kept: files by bundle and name, as `BundleSink` writes them. */
export interface BundleStore {
  /** Whether the browser keeps the bundles, or the page only as long as it is open. */
  readonly place: 'browser' | 'page';
  /** Bytes that can still be written, as far as the browser tells. */
  freeBytes(): Promise<number | null>;
  /** Names of the bundles, whole or not: a bundle is whole when it has a `model.json`. */
  list(): Promise<string[]>;
  /** The file, or null when there is none. */
  read(bundle: string, name: string): Promise<Blob | null>;
  /** @throws CytoForgeError `no-space` or `io`. */
  write(bundle: string, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  remove(bundle: string): Promise<void>;
}

/** Bundles in memory, where the browser keeps nothing: they live as long as the page. */
export function memoryBundleStore(): BundleStore {
  const bundles = new Map<string, Map<string, Blob>>();
  return {
    place: 'page',
    freeBytes: async () => null,
    list: async () => [...bundles.keys()],
    read: async (bundle, name) => bundles.get(bundle)?.get(name) ?? null,
    async write(bundle, name, bytes) {
      const files = bundles.get(bundle) ?? new Map<string, Blob>();
      bundles.set(bundle, files.set(name, new Blob([bytes])));
    },
    async remove(bundle) {
      bundles.delete(bundle);
    },
  };
}
