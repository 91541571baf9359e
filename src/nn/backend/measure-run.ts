import * as tf from '../tf.ts';
import { countDispatches } from './count-dispatches.ts';

/** What one run asked of the backend. */
export interface RunCount {
  /** GPU programs on WebGPU, kernels elsewhere. */
  dispatches: number;
  /** Most bytes in tensors at one time, weights of loaded models included. */
  peakBytes: number;
}

/** Runs `run` twice: once to count its dispatches, once to find its peak of tensor memory. */
export async function measureRun(run: () => Promise<void>): Promise<RunCount> {
  const dispatches = await countDispatches(run);
  const profile = await tf.profile(async () => {
    await run();
    return [];
  });
  return { dispatches, peakBytes: profile.peakBytes };
}
