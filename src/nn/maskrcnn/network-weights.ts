import type { NamedTensor, TensorSource } from '../../checkpoints/tensor-source.ts';
import { CytoForgeError } from '../../errors.ts';
import * as tf from '../tf.ts';

/**
 * Weights by their official names, in the layouts that TensorFlow.js computes with: convolutions `[kernel, kernel, in,
 * out]`, fully connected layers `[in, out]`, the first of them with its inputs in the order `[H, W, C]`, and the
 * transposed convolution of the mask head as a 1×1 convolution `[1, 1, in, 2·2·out]`.
 */
export type NetworkWeights = ReadonlyMap<string, tf.Tensor>;

/** Bins of a region along each side as the box head gets them. */
export const BOX_BINS = 7;

const TRANSPOSED_CONVOLUTION = 'roi_heads.mask_predictor.conv5_mask.weight';
const FIRST_CONNECTED = 'roi_heads.box_head.fc6.weight';

/** A stored weight in the layout of `NetworkWeights`. */
export function toNetworkLayout(name: string, { shape, data }: NamedTensor): tf.Tensor {
  return tf.tidy(() => {
    const stored = tf.tensor(data, shape, 'float32');
    if (name === TRANSPOSED_CONVOLUTION) {
      const [inputs, outputs] = shape;
      return tf.reshape(tf.transpose(stored, [0, 2, 3, 1]), [1, 1, inputs, 4 * outputs]);
    }
    if (name === FIRST_CONNECTED) {
      const [outputs, inputs] = shape;
      const channels = inputs / BOX_BINS ** 2;
      const split = tf.reshape(stored, [outputs, channels, BOX_BINS, BOX_BINS]);
      return tf.reshape(tf.transpose(split, [2, 3, 1, 0]), [inputs, outputs]);
    }
    if (shape.length === 4) return tf.transpose(stored, [2, 3, 1, 0]);
    return shape.length === 2 ? tf.transpose(stored) : stored;
  });
}

/** The inverse of `toNetworkLayout`: a weight as state dicts store it. */
export function toStoredLayout(name: string, weight: tf.Tensor): tf.Tensor {
  return tf.tidy(() => {
    if (name === TRANSPOSED_CONVOLUTION) {
      const [, , inputs, quadruple] = weight.shape;
      const split = tf.reshape(weight, [inputs, 2, 2, quadruple / 4]);
      return tf.transpose(split, [0, 3, 1, 2]);
    }
    if (name === FIRST_CONNECTED) {
      const [inputs, outputs] = weight.shape;
      const split = tf.reshape(weight, [BOX_BINS, BOX_BINS, inputs / BOX_BINS ** 2, outputs]);
      return tf.reshape(tf.transpose(split, [3, 2, 0, 1]), [outputs, inputs]);
    }
    if (weight.rank === 4) return tf.transpose(weight, [3, 2, 0, 1]);
    return weight.rank === 2 ? tf.transpose(weight) : tf.clone(weight);
  });
}

/**
 * Puts weights on the current backend; the caller frees them.
 * @param shapes what is expected, by name
 * @throws CytoForgeError `missing-tensor`; `wrong-architecture` for another shape. Nothing is left allocated.
 */
export function readNetworkWeights(
  shapes: ReadonlyMap<string, readonly number[]>,
  source: TensorSource,
): Map<string, tf.Tensor> {
  const weights = new Map<string, tf.Tensor>();
  try {
    for (const [name, shape] of shapes) {
      const stored = source.read(name);
      if (stored.shape.join() !== shape.join()) {
        throw new CytoForgeError(
          'wrong-architecture',
          'A weight has another shape than expected.',
          {
            where: name,
            found: `[${stored.shape.join(', ')}]`,
            expected: `[${shape.join(', ')}]`,
          },
        );
      }
      weights.set(name, toNetworkLayout(name, stored));
    }
    return weights;
  } catch (error) {
    tf.dispose([...weights.values()]);
    throw error;
  }
}
