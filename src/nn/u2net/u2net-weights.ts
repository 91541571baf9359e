import type { NamedTensors } from '../named-tensors.ts';
import { affineOfBatchNorm, type BatchNorm } from '../ops/batch-norm.ts';
import { joinedConvolution, splitFilter } from '../ops/joined-convolution.ts';
import * as tf from '../tf.ts';
import type { U2NetParts } from './u2net-forward.ts';

/** Epsilon of the batch norms. */
export const U2NET_EPSILON = 1e-5;

/** A convolution with its batch norm in it, its filter in parts for the maps that it reads side by side. */
export type FoldedConvolution = { filters: tf.Tensor4D[]; bias: tf.Tensor1D };

/** Decoder layers read two maps of half the channels each. */
function mapChannels(name: string, inputs: number): number[] {
  const readsTwo = /\.rebnconv\dd$/.test(name) || /^stage\dd\.rebnconvin$/.test(name);
  return readsTwo ? [inputs / 2, inputs / 2] : [inputs];
}

function foldConvolution(weights: NamedTensors, name: string): FoldedConvolution {
  const { scale, shift } = affineOfBatchNorm(weights, `${name}.bn_s1`, U2NET_EPSILON);
  const filter = tf.mul<tf.Tensor4D>(weights[`${name}.conv_s1.weight`], scale);
  const bias = tf.add<tf.Tensor1D>(tf.mul(weights[`${name}.conv_s1.bias`], scale), shift);
  return { filters: splitFilter(filter, mapChannels(name, filter.shape[2])), bias };
}

/** Every `REBNCONV` by its name, its batch norm's stored statistics folded into it. */
export function foldConvolutions(weights: NamedTensors): Record<string, FoldedConvolution> {
  const mark = '.conv_s1.weight';
  const names = Object.keys(weights).filter((name) => name.endsWith(mark));
  return tf.tidy(() =>
    Object.fromEntries(
      names
        .map((name) => name.slice(0, -mark.length))
        .map((name) => [name, foldConvolution(weights, name)]),
    ),
  );
}

function predictWith(weights: NamedTensors): U2NetParts['predict'] {
  return (x, name) =>
    tf.fused.conv2d({
      x,
      filter: weights[`${name}.weight`] as tf.Tensor4D,
      bias: weights[`${name}.bias`],
      strides: 1,
      pad: 'same',
    });
}

/** The parts of a network at inference. @param weights Of `side*` and `outconv`. */
export function foldedParts(
  variant: U2NetParts['variant'],
  folded: Readonly<Record<string, FoldedConvolution>>,
  weights: NamedTensors,
): U2NetParts {
  return {
    variant,
    convolve(maps, name, dilation) {
      const { filters, bias } = folded[name];
      return joinedConvolution(maps, filters, bias, { dilation, relu: true });
    },
    predict: predictWith(weights),
  };
}

/**
 * The parts of a network whose batch norms are done apart, as in training. The convolutions' biases are left out: a norm
 * takes any off again, and their gradients are zero.
 */
export function unfoldedParts(
  variant: U2NetParts['variant'],
  weights: NamedTensors,
  norm: BatchNorm,
): U2NetParts {
  return {
    variant,
    convolve: (maps, name, dilation) =>
      tf.tidy(() => {
        const filter = weights[`${name}.conv_s1.weight`] as tf.Tensor4D;
        const channels = maps.map(({ shape }) => shape[3]);
        const x = joinedConvolution(maps, splitFilter(filter, channels), null, { dilation });
        return tf.relu(norm(x, `${name}.bn_s1`));
      }),
    predict: predictWith(weights),
  };
}
