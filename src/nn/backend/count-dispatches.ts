import * as tf from '../tf.ts';

/** Kernels that only rename what is there, and operations that are counted by the kernels inside them. */
const NO_WORK = /^(Reshape|Identity|Cast|ExpandDims|\w+__op)$/;

interface ProgramRunner {
  runWebGPUProgram(...args: unknown[]): unknown;
}

/**
 * How much `run` asks of the backend: GPU programs on WebGPU, kernels elsewhere. `run` must await its own
 * results.
 */
export async function countDispatches(run: () => Promise<void>): Promise<number> {
  if (tf.getBackend() !== 'webgpu') {
    const profile = await tf.profile(async () => {
      await run();
      return [];
    });
    return profile.kernels.filter(({ name }) => !NO_WORK.test(name)).length;
  }
  const backend = tf.backend() as unknown as ProgramRunner;
  const original = backend.runWebGPUProgram;
  let count = 0;
  backend.runWebGPUProgram = function counted(...args) {
    count++;
    return original.apply(this, args);
  };
  try {
    await run();
  } finally {
    backend.runWebGPUProgram = original;
  }
  return count;
}
