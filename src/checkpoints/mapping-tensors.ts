import type { MappingConfig } from './bundle/manifest.ts';

/** Names and shapes of the tensors of a mapping network, in the official order (spec A.7). */
export function mappingTensorShapes(config: MappingConfig): [string, number[]][] {
  const { zDim, cDim, wDim, mappingLayers } = config;
  const tensors: [string, number[]][] = [['mapping.w_avg', [wDim]]];
  if (cDim > 0) {
    tensors.push(['mapping.embed.weight', [wDim, cDim]], ['mapping.embed.bias', [wDim]]);
  }
  for (let i = 0; i < mappingLayers; i++) {
    const inputs = i > 0 ? wDim : zDim + (cDim > 0 ? wDim : 0);
    tensors.push([`mapping.fc${i}.weight`, [wDim, inputs]], [`mapping.fc${i}.bias`, [wDim]]);
  }
  return tensors;
}
