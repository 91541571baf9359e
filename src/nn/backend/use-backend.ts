import { CytoForgeError } from '../../errors.ts';
import * as tf from '../tf.ts';
import { removeBackend } from './backend-factories.ts';
import type { BackendChoice, BackendInfo } from './backend-info.ts';
import { startCpu } from './start-cpu.ts';
import { startWasm, type WasmPaths } from './start-wasm.ts';
import { startWebGpu, stopWebGpu } from './start-webgpu.ts';
import { type AdapterChoice, probeAdapter } from './webgpu-adapter.ts';

export type { BackendChoice, BackendInfo, BackendMemory } from './backend-info.ts';
export { onFatalGpuError } from './gpu-faults.ts';

/** What the place we run in has to say. */
export interface BackendOptions {
  /** Where the WASM binaries are; Node finds them by itself. */
  wasmPaths?: WasmPaths;
  /** Threads for WASM, 8 at most; all cores but one when absent. */
  threads?: number;
}

async function onWebGpu(choice: AdapterChoice, reason: string): Promise<BackendInfo> {
  await startWebGpu(choice.adapter);
  return { backend: 'webgpu', device: choice.description, software: choice.software, reason };
}

async function onWasm(options: BackendOptions, reason: string): Promise<BackendInfo> {
  const device = await startWasm(options.wasmPaths, options.threads);
  return { backend: 'wasm', device, software: false, reason };
}

/**
 * Starts a backend and makes it current. `auto` takes WebGPU on a hardware adapter and WASM everywhere else.
 * Tensors of an earlier backend must be disposed by the caller first.
 * @throws CytoForgeError `backend-unavailable` when the chosen one cannot run here.
 */
export async function useBackend(
  choice: BackendChoice,
  options: BackendOptions = {},
): Promise<BackendInfo> {
  if (choice === 'cpu') {
    await startCpu();
    return { backend: 'cpu', device: 'JavaScript', software: false, reason: 'chosen' };
  }
  if (choice === 'wasm') return onWasm(options, 'chosen');
  const found = await probeAdapter();
  if (choice === 'webgpu') {
    if (found) return onWebGpu(found, 'chosen');
    throw new CytoForgeError('backend-unavailable', 'This place has no WebGPU adapter.', {
      expected: 'a browser with WebGPU and a graphics driver it accepts',
      hint: 'Use the WASM backend.',
    });
  }
  if (!found) return onWasm(options, 'no WebGPU adapter was found');
  if (found.software) {
    return onWasm(options, `the WebGPU adapter (${found.description}) computes in software`);
  }
  try {
    return await onWebGpu(found, 'a hardware WebGPU adapter was found');
  } catch (error) {
    if (error instanceof CytoForgeError) return onWasm(options, error.message);
    throw error;
  }
}

/**
 * Ends the current backend, so that `useBackend` starts a fresh one. Every tensor on it is dead afterwards;
 * dispose models first, or `backendMemory` goes on counting them.
 */
export function releaseBackend(): void {
  const name = tf.getBackend();
  if (name === 'webgpu') stopWebGpu();
  else if (name) removeBackend(name);
}
