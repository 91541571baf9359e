import type { StyleGan2Block, StyleGan2Config, StyleGan2Layer } from './bundle/manifest.ts';
import { mappingTensorShapes } from './mapping-tensors.ts';

function affineTensors(prefix: string, channels: number, wDim: number): [string, number[]][] {
  return [
    [`${prefix}.affine.weight`, [channels, wDim]],
    [`${prefix}.affine.bias`, [channels]],
  ];
}

function layerTensors(
  prefix: string,
  layer: StyleGan2Layer,
  resolution: number,
  wDim: number,
): [string, number[]][] {
  const { inChannels, outChannels, useNoise, filterShape } = layer;
  const strength: [string, number[]][] = [[`${prefix}.noise_strength`, []]];
  const noise: [string, number[]][] = [[`${prefix}.noise_const`, [resolution, resolution]]];
  return [
    [`${prefix}.weight`, [outChannels, inChannels, 3, 3]],
    ...(useNoise ? strength : []),
    [`${prefix}.bias`, [outChannels]],
    [`${prefix}.resample_filter`, filterShape],
    ...(useNoise ? noise : []),
    ...affineTensors(prefix, inChannels, wDim),
  ];
}

function blockTensors(
  block: StyleGan2Block,
  { wDim, imgChannels }: StyleGan2Config,
): [string, number[]][] {
  const { resolution, conv0, conv1 } = block;
  const prefix = `synthesis.b${resolution}`;
  const constant: [string, number[]] = [`${prefix}.const`, [conv1.inChannels, 4, 4]];
  const channels = conv1.outChannels;
  return [
    ...(conv0 ? [] : [constant]),
    [`${prefix}.resample_filter`, block.filterShape],
    ...(conv0 ? layerTensors(`${prefix}.conv0`, conv0, resolution, wDim) : []),
    ...layerTensors(`${prefix}.conv1`, conv1, resolution, wDim),
    [`${prefix}.torgb.weight`, [imgChannels, channels, 1, 1]],
    [`${prefix}.torgb.bias`, [imgChannels]],
    ...affineTensors(`${prefix}.torgb`, channels, wDim),
  ];
}

/** Names and shapes of all tensors of a StyleGAN2 generator, in the official order (spec A.7). */
export function styleGan2TensorShapes(config: StyleGan2Config): Map<string, number[]> {
  return new Map([
    ...config.blocks.flatMap((block) => blockTensors(block, config)),
    ...mappingTensorShapes(config),
  ]);
}
