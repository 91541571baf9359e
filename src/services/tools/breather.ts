/** Other messages of the thread (Cancel, a preview) wait at most about this long. */
const LONGEST_MS = 20;

/** A pause that lets other tasks of the thread in, when they have waited long enough. */
export function breather(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < LONGEST_MS) return;
    // A timer of 0 ms lets everything that is queued go first.
    await new Promise((resolve) => setTimeout(resolve));
    last = performance.now();
  };
}
