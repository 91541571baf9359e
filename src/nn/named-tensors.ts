import type { TensorSource } from '../checkpoints/tensor-source.ts';
import { CytoForgeError } from '../errors.ts';
import * as tf from './tf.ts';

/** Weights by a checkpoint's names, in TensorFlow's layout: convolutions `[kH, kW, in, out]`, linear `[in, out]`. */
export type NamedTensors = Readonly<Record<string, tf.Tensor>>;

/** Where the axes of a PyTorch weight go, by its rank: OIHW → HWIO, `[out, in]` → `[in, out]`. */
const FROM_TORCH: Record<number, number[]> = { 2: [1, 0], 4: [2, 3, 1, 0] };
const TO_TORCH: Record<number, number[]> = { 2: [1, 0], 4: [3, 2, 0, 1] };

function transposed(tensor: tf.Tensor, axes: number[] | undefined): tf.Tensor {
  return axes ? tf.transpose(tensor, axes) : tf.clone(tensor);
}

/** A weight in PyTorch's layout, from TensorFlow's; the caller's to free. */
export function toTorchLayout(tensor: tf.Tensor): tf.Tensor {
  return transposed(tensor, TO_TORCH[tensor.rank]);
}

/**
 * Puts the weights called as in `shapes` (of PyTorch's layout) on the current backend; the caller's to free.
 * @throws CytoForgeError `missing-tensor`, `wrong-architecture`; nothing is left allocated then.
 */
export function loadNamedTensors(
  source: TensorSource,
  shapes: ReadonlyMap<string, readonly number[]>,
): Record<string, tf.Tensor> {
  const loaded: Record<string, tf.Tensor> = {};
  try {
    for (const [name, expected] of shapes) {
      const { shape, data } = source.read(name);
      if (shape.join() !== expected.join()) {
        throw new CytoForgeError(
          'wrong-architecture',
          'A weight has another shape than expected.',
          {
            where: name,
            found: `[${shape.join(', ')}]`,
            expected: `[${expected.join(', ')}]`,
          },
        );
      }
      loaded[name] = tf.tidy(() =>
        transposed(tf.tensor(data, shape, 'float32'), FROM_TORCH[shape.length]),
      );
    }
    return loaded;
  } catch (error) {
    tf.dispose(loaded);
    throw error;
  }
}
