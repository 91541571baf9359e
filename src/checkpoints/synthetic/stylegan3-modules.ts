import type { StyleGan3Config, SynthesisLayerConfig } from '../bundle/manifest.ts';
import type { Picklable } from '../pickle/picklable.ts';
import { styleGan3TensorShapes } from '../stylegan3-tensors.ts';
import { fullyConnected, generatorAttributes, mappingModule } from './generator-attributes.ts';
import type { ModuleDescription, NetworkToWrite } from './stored-network.ts';
import { type FilterTaps, styleGan3Weights } from './stylegan-weights.ts';

const NUM_CRITICAL = 2;

function layerAttributes(layer: SynthesisLayerConfig, wDim: number): Record<string, Picklable> {
  return {
    w_dim: wDim,
    is_torgb: layer.isTorgb,
    is_critically_sampled: layer.isCriticallySampled,
    use_fp16: false,
    in_channels: layer.inChannels,
    out_channels: layer.outChannels,
    in_size: [layer.inSize, layer.inSize],
    out_size: [layer.outSize, layer.outSize],
    in_sampling_rate: layer.inSamplingRate,
    out_sampling_rate: layer.outSamplingRate,
    tmp_sampling_rate: layer.tmpSamplingRate,
    in_cutoff: layer.inCutoff,
    out_cutoff: layer.outCutoff,
    in_half_width: layer.inHalfWidth,
    out_half_width: layer.outHalfWidth,
    conv_kernel: layer.convKernel,
    conv_clamp: layer.convClamp,
    magnitude_ema_beta: 0.999,
    up_factor: layer.upFactor,
    up_taps: layer.upTaps,
    down_factor: layer.downFactor,
    down_taps: layer.downTaps,
    down_radial: layer.downRadial,
    padding: layer.padding,
  };
}

function describeModule(config: StyleGan3Config, path: string): ModuleDescription {
  const { wDim, input, layers } = config;
  if (path === '') return { className: 'Generator', attributes: generatorAttributes(config) };
  if (path === 'synthesis') {
    const attributes = {
      ...synthesisAttributes(config),
      layer_names: layers.map(({ name }) => name),
    };
    return { className: 'SynthesisNetwork', attributes };
  }
  if (path === 'synthesis.input') {
    const { channels, size, samplingRate, bandwidth } = input;
    const rates = { sampling_rate: samplingRate, bandwidth };
    const attributes = { w_dim: wDim, channels, size: [size, size], ...rates };
    return { className: 'SynthesisInput', attributes };
  }
  if (path === 'synthesis.input.affine') return fullyConnected(wDim, 4);
  const layer = layers.find(({ name }) => name === path.split('.')[1]);
  if (!layer) return mappingModule(config, path);
  return path.endsWith('.affine')
    ? fullyConnected(wDim, layer.inChannels)
    : { className: 'SynthesisLayer', attributes: layerAttributes(layer, wDim) };
}

function synthesisAttributes(config: StyleGan3Config): Record<string, Picklable> {
  return {
    w_dim: config.wDim,
    num_ws: config.numWs,
    img_resolution: config.imgResolution,
    img_channels: config.imgChannels,
    num_layers: config.layers.length - 1,
    num_critical: NUM_CRITICAL,
    margin_size: 10,
    output_scale: config.outputScale,
    num_fp16_res: 4,
  };
}

/** A made-up StyleGAN3 generator of a configuration. */
export function styleGan3Network(config: StyleGan3Config, taps: FilterTaps): NetworkToWrite {
  return {
    shapes: styleGan3TensorShapes(config),
    describe: (path) => describeModule(config, path),
    values: styleGan3Weights(config, taps),
  };
}
