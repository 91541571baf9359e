import type { StyleGan3Config, SynthesisLayerConfig } from './bundle/manifest.ts';
import { mappingTensorShapes } from './mapping-tensors.ts';

function filterShape(taps: number, radial: boolean): number[] | null {
  if (taps <= 1) return null;
  return radial ? [taps, taps] : [taps];
}

function layerTensors(layer: SynthesisLayerConfig, wDim: number): [string, number[]][] {
  const prefix = `synthesis.${layer.name}`;
  const { inChannels, outChannels, convKernel } = layer;
  const up = filterShape(layer.upTaps, false);
  const down = filterShape(layer.downTaps, layer.downRadial);
  const filters: [string, number[]][] = [];
  if (up) filters.push([`${prefix}.up_filter`, up]);
  if (down) filters.push([`${prefix}.down_filter`, down]);
  return [
    [`${prefix}.weight`, [outChannels, inChannels, convKernel, convKernel]],
    [`${prefix}.bias`, [outChannels]],
    [`${prefix}.magnitude_ema`, []],
    ...filters,
    [`${prefix}.affine.weight`, [inChannels, wDim]],
    [`${prefix}.affine.bias`, [inChannels]],
  ];
}

/** Names and shapes of all tensors of a StyleGAN3 generator, in the official order (spec A.7). */
export function styleGan3TensorShapes(config: StyleGan3Config): Map<string, number[]> {
  const { channels } = config.input;
  return new Map<string, number[]>([
    ['synthesis.input.weight', [channels, channels]],
    ['synthesis.input.transform', [3, 3]],
    ['synthesis.input.freqs', [channels, 2]],
    ['synthesis.input.phases', [channels]],
    ['synthesis.input.affine.weight', [4, config.wDim]],
    ['synthesis.input.affine.bias', [4]],
    ...config.layers.flatMap((layer) => layerTensors(layer, config.wDim)),
    ...mappingTensorShapes(config),
  ]);
}
