import { CytoForgeError } from '../../errors.ts';
import * as tf from '../tf.ts';
import { restoreBackend } from './backend-factories.ts';

/** Where the `.wasm` files are: a folder with a slash at its end, or a URL for each file name. */
export type WasmPaths = string | Record<string, string>;

/** All the processor's cores as this place reports them. */
function coreCount(): number {
  return globalThis.navigator?.hardwareConcurrency ?? 1;
}

/**
 * Makes WASM the current backend, with a thread per core where threads are allowed (a cross-origin-isolated
 * page; never in Node).
 * @returns what runs, e.g. `SIMD, 4 threads`.
 * @throws CytoForgeError `backend-unavailable`.
 */
export async function startWasm(paths?: WasmPaths, threads = coreCount()): Promise<string> {
  const wasm = await import('@tensorflow/tfjs-backend-wasm');
  if (paths !== undefined) wasm.setWasmPaths(paths);
  wasm.setThreadsCount(threads);
  restoreBackend('wasm');
  const started = await tf.setBackend('wasm').catch(() => false);
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
  const count = simd && threaded ? wasm.getThreadsCount() : 1;
  return `${simd ? 'SIMD' : 'no SIMD'}, ${count} ${count === 1 ? 'thread' : 'threads'}`;
}
