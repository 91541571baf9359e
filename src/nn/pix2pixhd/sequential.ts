import { reflectionPad } from '../ops/reflection-pad.ts';
import { doublingConvolution } from '../ops/transposed-convolution.ts';
import * as tf from '../tf.ts';
import { convolution, type Layer, type NormKind, normLayer, residualBlock } from './layers.ts';
import type { ModuleKind, NetworkModule } from './network-module.ts';
import { packWeights } from './pack-weights.ts';
import type { WeightReader } from './weight-reader.ts';

/** One official `nn.Sequential` in the making; modules get their official indices. */
export interface Sequential {
  modules: readonly NetworkModule[];
  /** Three reflected pixels on every side and a 7×7 convolution. */
  addOuterConvolution(inputs: number, outputs: number): void;
  addNormAndRelu(channels: number): void;
  /** A convolution of stride 2 that doubles the channels, its norm and ReLU. */
  addHalving(channels: number): void;
  addBlock(channels: number): void;
  /** A transposed convolution of stride 2 that halves the channels, its norm and ReLU. */
  addDoubling(channels: number): void;
  addTanh(): void;
}

/**
 * Starts the `nn.Sequential` called `name`. Its methods throw CytoForgeError `missing-tensor` or
 * `wrong-architecture`.
 * @param from what its first module reads: the name of a module, or `NETWORK_INPUT`
 */
export function startSequential(
  reader: WeightReader,
  norm: NormKind,
  name: string,
  from: string,
): Sequential {
  const modules: NetworkModule[] = [];
  const nextName = () => `${name}.${modules.length}`;
  const add = (kind: ModuleKind, apply: Layer) =>
    modules.push({ name: nextName(), kind, from: [modules.at(-1)?.name ?? from], apply });
  const addNormAndRelu = (channels: number) => {
    add('norm', normLayer(reader, norm, nextName(), channels));
    add('relu', (x) => tf.relu(x));
  };
  return {
    modules,
    addNormAndRelu,
    addOuterConvolution(inputs, outputs) {
      add('pad', (x) => reflectionPad(x, 3));
      add('convolution', convolution(reader.convolution(nextName(), 7, inputs, outputs), 1, 0));
    },
    addHalving(channels) {
      const weights = reader.convolution(nextName(), 3, channels, channels * 2);
      add('convolution', convolution(weights, 2, 1));
      addNormAndRelu(channels * 2);
    },
    addBlock(channels) {
      add('block', residualBlock(reader, norm, nextName(), channels));
    },
    addDoubling(channels) {
      const kernels = reader.doubling(nextName(), channels, channels / 2);
      const layer: Layer = (x) => doublingConvolution(x, kernels);
      add('doubling', packWeights(layer, channels, 1));
      addNormAndRelu(channels / 2);
    },
    addTanh() {
      add('tanh', (x) => tf.tanh(x));
    },
  };
}
