import { batchNormOfBatch, instanceNorm } from '../ops/instance-norm.ts';
import { patchConvolution } from '../ops/patch-convolution.ts';
import { reflectionPad } from '../ops/reflection-pad.ts';
import { stripConvolution } from '../ops/strip-convolution.ts';
import { isWideFilter } from '../ops/wide-filter.ts';
import * as tf from '../tf.ts';
import { packWeights } from './pack-weights.ts';
import type { ConvolutionWeights, WeightReader } from './weight-reader.ts';

/** Which statistics the norms of a network take. */
export type NormKind = 'instance' | 'batch';

/** `[N, H, W, C]` → `[N, H', W', C']`; leaves its input alone. */
export type Layer = (x: tf.Tensor4D) => tf.Tensor4D;

/** A convolution with `pad` zeros on every side, its weights packed. */
export function convolution(
  { filter, bias }: ConvolutionWeights,
  strides: number,
  pad: 0 | 1,
): Layer {
  const padding: tf.backend_util.ExplicitPadding = [
    [0, 0],
    [pad, pad],
    [pad, pad],
    [0, 0],
  ];
  const inPatches = tf.getBackend() === 'wasm' && isWideFilter(filter.size);
  const plain = inPatches ? patchConvolution : stripConvolution;
  const layer: Layer =
    strides === 1 && pad === 0
      ? (x) => plain(x, filter, bias)
      : (x) => tf.fused.conv2d({ x, filter, bias, strides, pad: padding });
  const [kernel, , inputs] = filter.shape;
  return packWeights(layer, inputs, kernel);
}

/** The norm called `name`; only batch norms have weights. */
export function normLayer(
  reader: WeightReader,
  kind: NormKind,
  name: string,
  channels: number,
): Layer {
  if (kind === 'instance') return instanceNorm;
  const { scale, shift } = reader.batchNorm(name, channels);
  return (x) => batchNormOfBatch(x, scale, shift);
}

/** One layer after the other, each freed as soon as the next is there. */
function chain(layers: readonly Layer[]): Layer {
  return (x) =>
    layers.reduce((previous, layer) => {
      const next = tf.tidy(() => layer(previous));
      if (previous !== x) previous.dispose();
      return next;
    }, x);
}

/** The `ResnetBlock` called `name` (spec B.2). */
export function residualBlock(
  reader: WeightReader,
  norm: NormKind,
  name: string,
  channels: number,
): Layer {
  const half = (index: number): Layer[] => [
    (x) => reflectionPad(x, 1),
    convolution(reader.convolution(`${name}.conv_block.${index}`, 3, channels, channels), 1, 0),
    normLayer(reader, norm, `${name}.conv_block.${index + 1}`, channels),
  ];
  const change = chain([...half(1), (x) => tf.relu(x), ...half(5)]);
  return (x) => tf.tidy(() => tf.add(x, change(x)));
}
