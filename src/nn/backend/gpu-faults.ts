import { CytoForgeError } from '../../errors.ts';

/** Told once about the fault that made the GPU device unusable. */
export type FatalGpuListener = (error: CytoForgeError) => void;

const listeners = new Set<FatalGpuListener>();
let fault: CytoForgeError | null = null;
let watched: GPUDevice | null = null;

function fail(device: GPUDevice, error: CytoForgeError): void {
  if (watched !== device || fault) return;
  fault = error;
  for (const listener of listeners) listener(error);
}

function uncapturedError(error: GPUError): CytoForgeError {
  if (error instanceof GPUOutOfMemoryError) {
    return new CytoForgeError('gpu-error', 'The graphics memory is full.', {
      found: error.message,
      hint: 'Close other pages, use a smaller image size, or switch to WASM.',
    });
  }
  return new CytoForgeError('gpu-error', 'The graphics device refused a computation.', {
    found: error.message,
    hint: 'Start the networks again; if it happens again, switch to WASM.',
  });
}

/**
 * Makes `device` the one whose errors are fatal. TensorFlow.js never rejects on a GPU error: a refused
 * command buffer leaves stale numbers in its outputs, so any uncaptured error ends this device's life.
 */
export function watchGpuDevice(device: GPUDevice): void {
  watched = device;
  fault = null;
  device.addEventListener('uncapturederror', (event) => fail(device, uncapturedError(event.error)));
  device.lost.then((lost) =>
    fail(
      device,
      new CytoForgeError('device-lost', 'The graphics device was lost.', {
        found: lost.message || lost.reason,
        hint: 'Start the networks again; the settings are kept.',
      }),
    ),
  );
}

/** Stops watching, so that destroying the device on purpose is not reported. */
export function unwatchGpuDevice(): void {
  watched = null;
  fault = null;
}

/** Calls `listener` when the GPU device becomes unusable; returns the function that stops it. */
export function onFatalGpuError(listener: FatalGpuListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** @throws CytoForgeError `gpu-error` or `device-lost` when the watched device is no longer to be believed. */
export function assertGpuHealthy(): void {
  if (fault) throw fault;
}

/**
 * Waits until every error of the work submitted so far has been reported, then throws it.
 * @throws CytoForgeError `gpu-error` or `device-lost`.
 */
export async function settleGpuErrors(): Promise<void> {
  assertGpuHealthy();
  if (!watched) return;
  // A scope is popped in the order of the device's timeline: what went wrong before it is known after it.
  watched.pushErrorScope('validation');
  await watched.popErrorScope().catch(() => null);
  assertGpuHealthy();
}
