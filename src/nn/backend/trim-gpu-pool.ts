import * as tf from '../tf.ts';

/** The part of TensorFlow.js's buffer manager that knows freed buffers: by size and usage, never evicted. */
interface BufferPool {
  freeBuffers: Map<string, GPUBuffer[]>;
  numFreeBuffers: number;
  numBytesAllocated: number;
}

function freeBytes({ freeBuffers }: BufferPool): number {
  const buffers = [...freeBuffers.values()].flat();
  return buffers.reduce((sum, { size }) => sum + size, 0);
}

/**
 * Gives freed GPU buffers back when they hold more than `most` bytes: work of many shapes would otherwise keep
 * those of every shape. Only between jobs whose results were read, when no command waits that names one; nothing
 * on other backends.
 */
export function trimGpuPool(most: number): void {
  if (tf.getBackend() !== 'webgpu') return;
  const pool = (tf.backend() as unknown as { bufferManager: BufferPool }).bufferManager;
  if (freeBytes(pool) <= most) return;
  for (const buffers of pool.freeBuffers.values()) {
    for (const buffer of buffers.splice(0)) {
      pool.numFreeBuffers--;
      pool.numBytesAllocated -= buffer.size;
      buffer.destroy();
    }
  }
}
