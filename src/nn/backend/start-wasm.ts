import { CytoForgeError } from '../../errors.ts';
import * as tf from '../tf.ts';
import { restoreBackend } from './backend-factories.ts';

/** Where the `.wasm` files are: a folder with a slash at its end, or a URL for each file name. */
export type WasmPaths = string | Record<string, string>;

/**
 * All cores but one, so that the page has a core to draw with while waiting threads spin; on two cores both,
 * because a single thread takes 1.5 times as long there (demo pair at 256 px, medians in alternation).
 */
function coresToUse(): number {
  const cores = globalThis.navigator?.hardwareConcurrency ?? 1;
  return Math.max(cores - 1, Math.min(cores, 2));
}

/** Web workers that the binary starts beforehand: more threads than these would wait for ever. */
const MOST_THREADS = 8;

/**
 * Runs `start` while the navigator reports twice `threads` cores: the binary takes at most half of what it
 * reports, whatever `setThreadsCount` says.
 */
async function withThreads<T>(threads: number, start: () => Promise<T>): Promise<T> {
  const { navigator } = globalThis;
  if (!navigator) return start();
  Object.defineProperty(navigator, 'hardwareConcurrency', {
    value: threads * 2,
    configurable: true,
  });
  try {
    return await start();
  } finally {
    // The browser's own answer is a getter of the prototype and shows again.
    Reflect.deleteProperty(navigator, 'hardwareConcurrency');
  }
}

/**
 * Makes WASM the current backend, with threads where they are allowed (a cross-origin-isolated page; never in
 * Node).
 * @returns what runs, e.g. `SIMD, 4 threads`.
 * @throws CytoForgeError `backend-unavailable`.
 */
export async function startWasm(paths?: WasmPaths, threads = coresToUse()): Promise<string> {
  const wasm = await import('@tensorflow/tfjs-backend-wasm');
  if (paths !== undefined) wasm.setWasmPaths(paths);
  const count = Math.max(1, Math.min(threads, MOST_THREADS));
  wasm.setThreadsCount(count);
  restoreBackend('wasm');
  const started = await withThreads(count, () => tf.setBackend('wasm')).catch(() => false);
  if (!started) {
    throw new CytoForgeError('backend-unavailable', 'WASM would not start.', {
      expected: 'the tfjs-backend-wasm binaries beside the page',
      hint: 'Reload the page; if the files are missing, build the page again.',
    });
  }
  const [simd, threaded] = await Promise.all([
    tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'),
    tf.env().getAsync('WASM_HAS_MULTITHREAD_SUPPORT'),
  ]);
  const running = simd && threaded ? wasm.getThreadsCount() : 1;
  return `${simd ? 'SIMD' : 'no SIMD'}, ${running} ${running === 1 ? 'thread' : 'threads'}`;
}
