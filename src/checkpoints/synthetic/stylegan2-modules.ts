import type { StyleGan2Block, StyleGan2Config, StyleGan2Layer } from '../bundle/manifest.ts';
import { styleGan2TensorShapes } from '../stylegan2-tensors.ts';
import { fullyConnected, generatorAttributes, mappingModule } from './generator-attributes.ts';
import type { ModuleDescription, NetworkToWrite } from './stored-network.ts';
import { initialWeight } from './stylegan-weights.ts';

function layerModule(
  layer: StyleGan2Layer,
  config: StyleGan2Config,
  resolution: number,
  up: number,
): ModuleDescription {
  const attributes = {
    in_channels: layer.inChannels,
    out_channels: layer.outChannels,
    w_dim: config.wDim,
    resolution,
    up,
    use_noise: layer.useNoise,
    activation: 'lrelu',
    conv_clamp: layer.convClamp,
    padding: 1,
    act_gain: Math.SQRT2,
  };
  return { className: 'SynthesisLayer', attributes };
}

function blockModule(
  block: StyleGan2Block,
  config: StyleGan2Config,
  path: string,
): ModuleDescription {
  const { resolution, conv0, conv1, torgbClamp } = block;
  const { wDim, imgChannels, imgResolution } = config;
  const [, , part, affine] = path.split('.');
  if (affine) {
    const inputs = part === 'conv0' && conv0 ? conv0.inChannels : conv1.inChannels;
    return fullyConnected(wDim, part === 'torgb' ? conv1.outChannels : inputs);
  }
  if (part === 'conv0' && conv0) return layerModule(conv0, config, resolution, 2);
  if (part === 'conv1') return layerModule(conv1, config, resolution, 1);
  const inChannels = conv0?.inChannels ?? 0;
  if (part === 'torgb') {
    const channels = { in_channels: conv1.outChannels, out_channels: imgChannels };
    const gain = { conv_clamp: torgbClamp, weight_gain: 1 / Math.sqrt(conv1.outChannels) };
    return { className: 'ToRGBLayer', attributes: { ...channels, w_dim: wDim, ...gain } };
  }
  const attributes = {
    in_channels: inChannels,
    w_dim: wDim,
    resolution,
    img_channels: imgChannels,
    is_last: resolution === imgResolution,
    architecture: config.architecture,
    use_fp16: false,
    channels_last: false,
    fused_modconv_default: 'inference_only',
    num_conv: conv0 ? 2 : 1,
    num_torgb: 1,
  };
  return { className: 'SynthesisBlock', attributes };
}

function describeModule(config: StyleGan2Config, path: string): ModuleDescription {
  if (path === '') return { className: 'Generator', attributes: generatorAttributes(config) };
  if (path === 'synthesis') {
    const attributes = {
      w_dim: config.wDim,
      img_resolution: config.imgResolution,
      img_resolution_log2: Math.log2(config.imgResolution),
      img_channels: config.imgChannels,
      num_fp16_res: 4,
      block_resolutions: config.blocks.map(({ resolution }) => resolution),
      num_ws: config.numWs,
    };
    return { className: 'SynthesisNetwork', attributes };
  }
  const name = path.split('.')[1];
  const block = config.blocks.find(({ resolution }) => name === `b${resolution}`);
  return block ? blockModule(block, config, path) : mappingModule(config, path);
}

/** A made-up StyleGAN2 generator of a configuration. */
export function styleGan2Network(config: StyleGan2Config): NetworkToWrite {
  return {
    shapes: styleGan2TensorShapes(config),
    describe: (path) => describeModule(config, path),
    values: initialWeight,
  };
}
