import * as tf from '../tf.ts';
import type { BackendMemory } from './backend-info.ts';

/** What the current backend holds right now. */
export function backendMemory(): BackendMemory {
  const memory = tf.memory() as tf.MemoryInfo & { numBytesAllocatedInGPU?: number };
  return {
    tensors: memory.numTensors,
    bytes: memory.numBytes,
    bytesOnGpu: memory.numBytesAllocatedInGPU ?? null,
  };
}
