import type { MemoryInfo } from '../pipeline/generation-service.ts';

/** How often memory is read, in milliseconds. */
const EVERY_MS = 2000;

/**
 * Reads the memory of the networks' worker again and again while the page is looked at. The next reading is
 * asked for only after the last one came, since a busy worker answers late. Returns what ends it.
 */
export function watchMemory(
  read: () => Promise<MemoryInfo>,
  listener: (memory: MemoryInfo) => void,
  every = EVERY_MS,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const wait = () => {
    if (!stopped) timer = setTimeout(look, every);
  };
  const look = () => {
    if (globalThis.document?.hidden) return wait();
    // A worker that fails is reported by the client; here it only has no memory to show.
    return read()
      .then(listener, () => undefined)
      .finally(wait);
  };
  wait();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
