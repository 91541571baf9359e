import type { NamedTensors } from '../named-tensors.ts';
import type { BatchNorm } from '../ops/batch-norm.ts';
import * as tf from '../tf.ts';

/** What the blocks of one network share: its weights by official names, and how its batch norms normalise. */
export interface CpnetParts {
  weights: NamedTensors;
  norm: BatchNorm;
}

/** The convolution called `name` over `[N, H, W, C]`, `same` zeros around it. */
export function convolve({ weights }: CpnetParts, x: tf.Tensor4D, name: string): tf.Tensor4D {
  return tf.fused.conv2d({
    x,
    filter: weights[`${name}.weight`] as tf.Tensor4D,
    bias: weights[`${name}.bias`] as tf.Tensor1D,
    strides: 1,
    pad: 'same',
  });
}

/** `batchconv`: norm → ReLU → convolution; the original's sequential has the norm at 0, the convolution at 2. */
export function normConvolve(parts: CpnetParts, x: tf.Tensor4D, name: string): tf.Tensor4D {
  return tf.tidy(() => convolve(parts, tf.relu(parts.norm(x, `${name}.0`)), `${name}.2`));
}

/** `batchconv0`: norm → 1×1 convolution. */
function project(parts: CpnetParts, x: tf.Tensor4D, name: string): tf.Tensor4D {
  return tf.tidy(() => convolve(parts, parts.norm(x, `${name}.0`), `${name}.1`));
}

/** `resdown`: two residual steps at one scale, the first widening the channels (spec 1.1). */
export function residualDown(parts: CpnetParts, x: tf.Tensor4D, name: string): tf.Tensor4D {
  return tf.tidy(() => {
    const conv = (map: tf.Tensor4D, index: number) =>
      normConvolve(parts, map, `${name}.conv.conv_${index}`);
    const first = tf.tidy(() =>
      tf.add<tf.Tensor4D>(project(parts, x, `${name}.proj`), conv(conv(x, 0), 1)),
    );
    return tf.add<tf.Tensor4D>(first, conv(conv(first, 2), 3));
  });
}

/** `batchconvstyle`: the style's projection is added to every pixel before norm, ReLU and convolution. */
function styleConvolve(
  parts: CpnetParts,
  style: tf.Tensor2D,
  x: tf.Tensor4D,
  name: string,
): tf.Tensor4D {
  return tf.tidy(() => {
    const { weights } = parts;
    const full = weights[`${name}.full.weight`] as tf.Tensor2D;
    const bias = weights[`${name}.full.bias`] as tf.Tensor1D;
    const projected = tf.add(tf.matMul(style, full), bias);
    const [samples, channels] = projected.shape;
    // The kernels broadcast `[C]` several times faster.
    const shape = samples === 1 ? [channels] : [samples, 1, 1, channels as number];
    const styled = tf.add<tf.Tensor4D>(x, tf.reshape(projected, shape as number[]));
    return normConvolve(parts, styled, `${name}.conv`);
  });
}

/** `resup`: two residual steps at one scale of the decoder, with the encoder's map of that scale and the style. */
export function residualUp(
  parts: CpnetParts,
  x: tf.Tensor4D,
  skip: tf.Tensor4D,
  style: tf.Tensor2D,
  name: string,
): tf.Tensor4D {
  return tf.tidy(() => {
    const styled = (map: tf.Tensor4D, index: number) =>
      styleConvolve(parts, style, map, `${name}.conv.conv_${index}`);
    const first = tf.tidy(() => {
      const joined = tf.add<tf.Tensor4D>(normConvolve(parts, x, `${name}.conv.conv_0`), skip);
      return tf.add<tf.Tensor4D>(project(parts, x, `${name}.proj`), styled(joined, 1));
    });
    return tf.add<tf.Tensor4D>(first, styled(styled(first, 2), 3));
  });
}
