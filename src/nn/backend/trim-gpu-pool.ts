import * as tf from '../tf.ts';

/** The part of TensorFlow.js's buffer manager that knows freed buffers: by size and usage, never evicted. */
export interface BufferPool {
  freeBuffers: Map<string, Pick<GPUBuffer, 'size' | 'destroy'>[]>;
  numFreeBuffers: number;
  numBytesAllocated: number;
}

/** Destroys a pool's freed buffers when they hold more than `most` bytes. */
export function trimPool(pool: BufferPool, most: number): void {
  const freed = [...pool.freeBuffers.values()];
  const bytes = freed.flat().reduce((sum, { size }) => sum + size, 0);
  if (bytes <= most) return;
  for (const buffers of freed) {
    for (const buffer of buffers.splice(0)) {
      pool.numFreeBuffers--;
      pool.numBytesAllocated -= buffer.size;
      buffer.destroy();
    }
  }
}

/**
 * Gives freed GPU buffers back when they hold more than `most` bytes: work of many shapes would otherwise keep
 * those of every shape. Only between jobs whose results were read, when no command waits that names one; nothing
 * on other backends.
 */
export function trimGpuPool(most: number): void {
  if (tf.getBackend() !== 'webgpu') return;
  trimPool((tf.backend() as unknown as { bufferManager: BufferPool }).bufferManager, most);
}
