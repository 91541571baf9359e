import type { SynthesisLayerConfig } from '../../checkpoints/bundle/manifest.ts';
import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import { CytoForgeError } from '../../errors.ts';
import { prepareFilteredLeakyRelu } from '../ops/filtered-leaky-relu.ts';
import { type FirFilter, filterOfTensor } from '../ops/fir-filter.ts';
import { type Modulation, prepareModulatedConvolution } from '../ops/modulated-convolution.ts';
import type { Margins } from '../ops/pad-map.ts';
import { loadFullyConnected } from '../stylegan/fully-connected.ts';
import type { TensorObserver } from '../stylegan/mask-network.ts';
import { withOwnedParts } from '../stylegan/owned-parts.ts';
import * as tf from '../tf.ts';
import { designLayerFilter } from './layer-filter.ts';
import { type LayerWindow, trainingWindow } from './layer-window.ts';

/** A layer prepared for windows of one shape, wherever they lie. */
export interface PreparedWindow {
  /** What the window reads, `[N, H, W, inChannels]`, to `[N, H', W', outChannels]`. */
  apply(x: tf.Tensor4D, modulation: Modulation): tf.Tensor4D;
  dispose(): void;
}

/** One layer of the synthesis network (spec A.6). */
export interface SynthesisLayer {
  /** `[N, inSize, inSize, inChannels]` and w `[N, wDim]` to `[N, outSize, outSize, outChannels]`. */
  apply(x: tf.Tensor4D, w: tf.Tensor2D, observe?: TensorObserver): tf.Tensor4D;
  /** What w `[N, wDim]` does to the layer at every place. */
  modulate(w: tf.Tensor2D, observe?: TensorObserver): Modulation;
  prepare(window: LayerWindow): PreparedWindow;
  dispose(): void;
}

function layerFilter(
  layer: SynthesisLayerConfig,
  side: 'up' | 'down',
  weights: TensorSource,
): FirFilter | null {
  const stored = `synthesis.${layer.name}.${side}_filter`;
  if (weights.has(stored)) return filterOfTensor(weights.read(stored));
  return designLayerFilter(layer, side);
}

function readWeight(layer: SynthesisLayerConfig, weights: TensorSource) {
  const name = `synthesis.${layer.name}.weight`;
  const weight = weights.read(name);
  const { outChannels, inChannels, convKernel } = layer;
  const expected = [outChannels, inChannels, convKernel, convKernel];
  if (weight.shape.join() !== expected.join()) {
    throw new CytoForgeError('wrong-architecture', `${name} does not fit its layer.`, {
      found: `[${weight.shape}]`,
      expected: `[${expected}]`,
    });
  }
  return weight;
}

/** Loads one layer; stored filters win over designed ones. */
export function loadSynthesisLayer(
  layer: SynthesisLayerConfig,
  weights: TensorSource,
): SynthesisLayer {
  const prefix = `synthesis.${layer.name}`;
  const { inChannels, convKernel, isTorgb } = layer;
  const weight = readWeight(layer, weights);
  return withOwnedParts((keep) => {
    const affine = keep(loadFullyConnected(weights, `${prefix}.affine`, { act: 'linear' }));
    const weightGain = isTorgb ? 1 / Math.sqrt(inChannels * convKernel ** 2) : 1;
    const convolution = keep(
      prepareModulatedConvolution(weight, {
        demodulate: !isTorgb,
        padding: convKernel - 1,
        inputGain: weightGain / Math.sqrt(weights.read(`${prefix}.magnitude_ema`).data[0]),
      }),
    );
    const bias = keep(tf.keep(tf.tensor1d(weights.read(`${prefix}.bias`).data)));
    const shape = {
      up: layer.upFactor,
      down: layer.downFactor,
      upFilter: layerFilter(layer, 'up', weights),
      downFilter: layerFilter(layer, 'down', weights),
      gain: isTorgb ? 1 : Math.SQRT2,
      slope: isTorgb ? 1 : 0.2,
      clamp: layer.convClamp,
    };
    const prepare: SynthesisLayer['prepare'] = ({ x: across, y }) => {
      const activation = prepareFilteredLeakyRelu([y.convolved, across.convolved], {
        ...shape,
        padding: [...across.padding, ...y.padding],
      });
      return {
        apply: (x, modulation) =>
          tf.tidy(() => {
            const biased = tf.tidy(() => {
              const zeros: [Margins, Margins] = [y.border, across.border];
              return tf.add<tf.Tensor4D>(convolution.convolve(x, modulation, zeros), bias);
            });
            return activation.apply(biased);
          }),
        dispose: activation.dispose,
      };
    };
    const modulate: SynthesisLayer['modulate'] = (w, observe) =>
      tf.tidy(() => {
        const styles = affine.apply(w);
        observe?.(`styles.${layer.name}`, styles);
        return { ...convolution.modulate(styles) };
      });
    const whole = keep(prepare(trainingWindow(layer)));
    return {
      apply: (x, w, observe) =>
        tf.tidy(() => {
          const result = whole.apply(x, modulate(w, observe));
          observe?.(`layer.${layer.name}`, result);
          return result;
        }),
      modulate,
      prepare,
    };
  });
}
