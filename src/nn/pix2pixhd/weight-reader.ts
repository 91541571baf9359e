import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import { CytoForgeError } from '../../errors.ts';
import { type DoublingKernels, doublingKernels } from '../ops/transposed-convolution.ts';
import * as tf from '../tf.ts';

/** A convolution's weights as the kernels want them. */
export interface ConvolutionWeights {
  /** `[kernel, kernel, in, out]` */
  filter: tf.Tensor4D;
  /** `[out]` */
  bias: tf.Tensor1D;
}

/** The affine parameters of a batch norm. */
export interface BatchNormWeights {
  scale: tf.Tensor1D;
  shift: tf.Tensor1D;
}

/** Reads weights of one network, checks their shapes, and owns the tensors made of them. */
export interface WeightReader {
  convolution(name: string, kernel: number, inputs: number, outputs: number): ConvolutionWeights;
  doubling(name: string, inputs: number, outputs: number): DoublingKernels;
  batchNorm(name: string, channels: number): BatchNormWeights;
  /** Frees everything read so far. */
  dispose(): void;
}

/**
 * A reader of the weights whose names start with `prefix`.
 * Its methods throw CytoForgeError `missing-tensor` or `wrong-architecture`.
 */
export function weightReader(source: TensorSource, prefix: string): WeightReader {
  const owned: tf.Tensor[] = [];
  const own = <T extends tf.Tensor>(tensor: T): T => {
    owned.push(tf.keep(tensor));
    return tensor;
  };
  const read = (name: string, shape: number[]): tf.Tensor => {
    const tensor = source.read(prefix + name);
    if (tensor.shape.join() !== shape.join()) {
      throw new CytoForgeError('wrong-architecture', 'A weight has another shape than expected.', {
        where: prefix + name,
        found: `[${tensor.shape.join(', ')}]`,
        expected: `[${shape.join(', ')}]`,
        hint: 'Check that opt.txt belongs to this checkpoint.',
      });
    }
    return tf.tensor(tensor.data, shape, 'float32');
  };
  const vector = (name: string, length: number) =>
    own(tf.tidy(() => read(name, [length]) as tf.Tensor1D));
  return {
    convolution(name, kernel, inputs, outputs) {
      const filter = tf.tidy(() =>
        tf.transpose(read(`${name}.weight`, [outputs, inputs, kernel, kernel]), [2, 3, 1, 0]),
      ) as tf.Tensor4D;
      return { filter: own(filter), bias: vector(`${name}.bias`, outputs) };
    },
    doubling(name, inputs, outputs) {
      const kernels = tf.tidy(() => {
        const weight = read(`${name}.weight`, [inputs, outputs, 3, 3]);
        const bias = read(`${name}.bias`, [outputs]) as tf.Tensor1D;
        return { ...doublingKernels(tf.transpose(weight, [2, 3, 0, 1]) as tf.Tensor4D, bias) };
      });
      own(kernels.evenRows);
      own(kernels.oddRows);
      own(kernels.bias);
      return kernels;
    },
    batchNorm(name, channels) {
      return {
        scale: vector(`${name}.weight`, channels),
        shift: vector(`${name}.bias`, channels),
      };
    },
    dispose() {
      tf.dispose(owned);
      owned.length = 0;
    },
  };
}
