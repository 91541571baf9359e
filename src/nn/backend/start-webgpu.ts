import { CytoForgeError } from '../../errors.ts';
import * as tf from '../tf.ts';
import { registerAxisFirKernel } from './axis-fir-kernel.ts';
import { removeBackend } from './backend-factories.ts';
import { unwatchGpuDevice, watchGpuDevice } from './gpu-faults.ts';
import { registerPlanarFirKernel } from './planar-fir-kernel.ts';

let device: GPUDevice | null = null;

function allLimits(adapter: GPUAdapter): Record<string, number> {
  const limits: Record<string, number> = {};
  // The limits are getters of the prototype: `Object.keys` sees none of them.
  for (const name in adapter.limits) {
    const value = adapter.limits[name as keyof GPUSupportedLimits];
    if (typeof value === 'number') limits[name] = value;
  }
  return limits;
}

/**
 * Makes WebGPU the current backend, on a device of our own: with all the adapter has (TensorFlow.js asks
 * for the defaults only) and with its errors watched.
 * @throws CytoForgeError `backend-unavailable`.
 */
export async function startWebGpu(adapter: GPUAdapter): Promise<void> {
  const { WebGPUBackend } = await import('@tensorflow/tfjs-backend-webgpu');
  try {
    device = await adapter.requestDevice({
      requiredLimits: allLimits(adapter),
      requiredFeatures: adapter.features.has('timestamp-query') ? ['timestamp-query'] : [],
    });
  } catch (error) {
    throw new CytoForgeError(
      'backend-unavailable',
      'WebGPU would not start.',
      { found: String(error), hint: 'Use the WASM backend.' },
      error,
    );
  }
  watchGpuDevice(device);
  const started = device;
  removeBackend('webgpu');
  tf.registerBackend('webgpu', () => new WebGPUBackend(started, adapter.info));
  registerAxisFirKernel();
  registerPlanarFirKernel();
  await tf.setBackend('webgpu');
  await tf.ready();
}

/** Ends WebGPU: every tensor on it is dead afterwards. */
export function stopWebGpu(): void {
  unwatchGpuDevice();
  removeBackend('webgpu');
  device?.destroy();
  device = null;
}
