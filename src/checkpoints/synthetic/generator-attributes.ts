import type { MappingConfig } from '../bundle/manifest.ts';
import type { Picklable } from '../pickle/picklable.ts';
import type { ModuleDescription } from './stored-network.ts';

const MAPPING_LR_MULTIPLIER = 0.01;

/** Attributes of the whole generator, which both families share. */
export function generatorAttributes(
  config: MappingConfig & { imgResolution: number; imgChannels: number },
): Record<string, Picklable> {
  return {
    z_dim: config.zDim,
    c_dim: config.cDim,
    w_dim: config.wDim,
    img_resolution: config.imgResolution,
    img_channels: config.imgChannels,
    num_ws: config.numWs,
  };
}

/** A fully connected layer. */
export function fullyConnected(
  inputs: number,
  outputs: number,
  activation: 'linear' | 'lrelu' = 'linear',
  lrMultiplier = 1,
): ModuleDescription {
  const gains = { weight_gain: lrMultiplier / Math.sqrt(inputs), bias_gain: lrMultiplier };
  const sizes = { in_features: inputs, out_features: outputs };
  return { className: 'FullyConnectedLayer', attributes: { ...sizes, activation, ...gains } };
}

/** A mapping network (at `mapping`), or a layer of it. */
export function mappingModule(config: MappingConfig, path: string): ModuleDescription {
  const { zDim, cDim, wDim, numWs, mappingLayers } = config;
  if (path.endsWith('mapping')) {
    const dims = { z_dim: zDim, c_dim: cDim, w_dim: wDim, num_ws: numWs };
    const attributes: Record<string, Picklable> = {
      ...dims,
      num_layers: mappingLayers,
      w_avg_beta: 0.998,
    };
    if (cDim === 0) attributes.embed = null;
    return { className: 'MappingNetwork', attributes };
  }
  if (path.endsWith('.embed')) return fullyConnected(cDim, wDim);
  const inputs = path.endsWith('.fc0') ? zDim + (cDim > 0 ? wDim : 0) : wDim;
  return fullyConnected(inputs, wDim, 'lrelu', MAPPING_LR_MULTIPLIER);
}
