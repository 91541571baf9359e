import { bytesSource } from '../checkpoints/byte-source.ts';
import { openNpz } from '../checkpoints/npz.ts';
import { npyOfNumbers, npzOfArrays } from '../checkpoints/write-npy.ts';
import { CytoForgeError } from '../errors.ts';
import { readTensor } from '../nn/backend/read-tensor.ts';
import * as tf from '../nn/tf.ts';
import type { NamedVariables } from './trainable-network.ts';

/** How far a training has come. */
export interface TrainingProgress {
  /** Steps that were done. */
  steps: number;
  /** The lowest validation loss so far; infinite before the first. */
  best: number;
  /** Side in pixels of the examples that it is of: those of other sizes do not compare. */
  exampleSize: number;
}

const PROGRESS = 'progress';

/** All that a training needs to go on, as a `.npz` archive. */
export async function writeCheckpoint(
  progress: TrainingProgress,
  variables: NamedVariables,
): Promise<Uint8Array> {
  const { steps, best, exampleSize } = progress;
  const arrays = new Map<string, Uint8Array>();
  arrays.set(PROGRESS, npyOfNumbers([3], Float64Array.of(steps, best, exampleSize)));
  for (const [name, variable] of Object.entries(variables)) {
    arrays.set(name, npyOfNumbers(variable.shape, await readTensor(variable)));
  }
  return npzOfArrays(arrays);
}

/**
 * Puts a checkpoint's values into variables of the same names.
 * @throws CytoForgeError `missing-tensor`, `wrong-architecture`, and what reading throws.
 */
export function readCheckpoint(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  variables: NamedVariables,
): TrainingProgress {
  const file = openNpz(bytesSource(name, bytes));
  for (const [tensor, variable] of Object.entries(variables)) {
    const { shape, data } = file.numbers(tensor);
    if (shape.join() !== variable.shape.join()) {
      throw new CytoForgeError(
        'wrong-architecture',
        'The checkpoint is of a training with other options.',
        {
          where: tensor,
          found: `[${shape.join(', ')}]`,
          expected: `[${variable.shape.join(', ')}]`,
        },
      );
    }
    tf.tidy(() => variable.assign(tf.tensor(Float32Array.from(data), shape)));
  }
  const [steps, best, exampleSize] = file.numbers(PROGRESS).data;
  return { steps, best, exampleSize };
}
