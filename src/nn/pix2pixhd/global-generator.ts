import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import { batchNormOfBatch, instanceNorm } from '../ops/instance-norm.ts';
import { reflectionPad } from '../ops/reflection-pad.ts';
import { stripConvolution } from '../ops/strip-convolution.ts';
import { doublingConvolution } from '../ops/transposed-convolution.ts';
import * as tf from '../tf.ts';
import type { ModuleKind, Network, NetworkModule } from './network-module.ts';
import { packWeights } from './pack-weights.ts';
import { type ConvolutionWeights, type WeightReader, weightReader } from './weight-reader.ts';

/** The numbers that fix a global generator's layers (spec B.2). */
export interface GlobalGeneratorShape {
  inputNc: number;
  outputNc: number;
  ngf: number;
  nDownsample: number;
  nBlocks: number;
  norm: 'instance' | 'batch';
}

type Layer = (x: tf.Tensor4D) => tf.Tensor4D;

function convolution({ filter, bias }: ConvolutionWeights, strides: number, pad: 0 | 1): Layer {
  const padding: tf.backend_util.ExplicitPadding = [
    [0, 0],
    [pad, pad],
    [pad, pad],
    [0, 0],
  ];
  const layer: Layer =
    strides === 1 && pad === 0
      ? (x) => stripConvolution(x, filter, bias)
      : (x) => tf.fused.conv2d({ x, filter, bias, strides, pad: padding });
  const [kernel, , inputs] = filter.shape;
  return packWeights(layer, inputs, kernel);
}

function normLayer(
  reader: WeightReader,
  kind: GlobalGeneratorShape['norm'],
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

function residualBlock(
  reader: WeightReader,
  norm: GlobalGeneratorShape['norm'],
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

function buildModules(shape: GlobalGeneratorShape, reader: WeightReader): NetworkModule[] {
  const modules: NetworkModule[] = [];
  const add = (kind: ModuleKind, apply: Layer) =>
    modules.push({ index: modules.length, kind, apply });
  const addNormAndRelu = (channels: number) => {
    add('norm', normLayer(reader, shape.norm, `model.${modules.length}`, channels));
    add('relu', (x) => tf.relu(x));
  };
  const addOuterConvolution = (inputs: number, outputs: number) => {
    add('pad', (x) => reflectionPad(x, 3));
    const weights = reader.convolution(`model.${modules.length}`, 7, inputs, outputs);
    add('convolution', convolution(weights, 1, 0));
  };

  addOuterConvolution(shape.inputNc, shape.ngf);
  addNormAndRelu(shape.ngf);
  let channels = shape.ngf;
  for (let i = 0; i < shape.nDownsample; i++) {
    const weights = reader.convolution(`model.${modules.length}`, 3, channels, channels * 2);
    add('convolution', convolution(weights, 2, 1));
    channels *= 2;
    addNormAndRelu(channels);
  }
  for (let i = 0; i < shape.nBlocks; i++) {
    add('block', residualBlock(reader, shape.norm, `model.${modules.length}`, channels));
  }
  for (let i = 0; i < shape.nDownsample; i++) {
    const kernels = reader.doubling(`model.${modules.length}`, channels, channels / 2);
    add(
      'doubling',
      packWeights((x) => doublingConvolution(x, kernels), channels, 1),
    );
    channels /= 2;
    addNormAndRelu(channels);
  }
  addOuterConvolution(channels, shape.outputNc);
  add('tanh', (x) => tf.tanh(x));
  return modules;
}

/**
 * Loads pix2pixHD's `GlobalGenerator`: `[N, H, W, inputNc]` → `[N, H, W, outputNc]` in [-1, 1], with height and
 * width multiples of `2^nDownsample`. Its modules have the official indices.
 * @param prefix of the weight names, e.g. `G.` for `G.model.1.weight`
 * @throws CytoForgeError `missing-tensor`, `wrong-architecture`; nothing is left allocated.
 */
export function loadGlobalGenerator(
  shape: GlobalGeneratorShape,
  weights: TensorSource,
  prefix = 'G.',
): Network {
  const reader = weightReader(weights, prefix);
  try {
    return { modules: buildModules(shape, reader), dispose: reader.dispose };
  } catch (error) {
    reader.dispose();
    throw error;
  }
}
