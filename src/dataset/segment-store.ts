/**
 * Where the finished parts of an export wait: each part is a small ZIP of its own, valid by itself. The page
 * keeps them in the origin's private file system, the command line in a folder.
 */
export interface SegmentStore {
  /** Keeps a part, replacing what had its number. @throws CytoForgeError `no-space` when it does not fit. */
  put(index: number, bytes: Uint8Array): Promise<void>;
  /** The part, or null when there is none of that number. */
  get(index: number): Promise<Uint8Array | null>;
  /** Numbers of the parts that are there, ascending. */
  list(): Promise<number[]>;
  remove(index: number): Promise<void>;
}

/** Parts in memory: for sets that need not survive the program. */
export function memorySegmentStore(): SegmentStore {
  const segments = new Map<number, Uint8Array>();
  return {
    async put(index, bytes) {
      segments.set(index, bytes);
    },
    async get(index) {
      return segments.get(index) ?? null;
    },
    async list() {
      return [...segments.keys()].sort((a, b) => a - b);
    },
    async remove(index) {
      segments.delete(index);
    },
  };
}
