import * as tf from '../tf.ts';
import { assertGpuHealthy, settleGpuErrors } from './gpu-faults.ts';

/**
 * The values of a float tensor in C order. Does not dispose it.
 * @throws CytoForgeError `gpu-error` or `device-lost` when the GPU refused something on the way: what was
 * read would be stale then.
 */
export async function readTensor(tensor: tf.Tensor): Promise<Float32Array> {
  assertGpuHealthy();
  const values = (await tensor.data()) as Float32Array;
  if (tf.getBackend() === 'webgpu') await settleGpuErrors();
  return values;
}
