import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import type { NormKind } from './layers.ts';
import { loadNetwork } from './load-network.ts';
import { NETWORK_INPUT, type Network } from './network-module.ts';
import { type Sequential, startSequential } from './sequential.ts';

/** The numbers that fix a global generator's layers (spec B.2). */
export interface GlobalGeneratorShape {
  inputNc: number;
  outputNc: number;
  ngf: number;
  nDownsample: number;
  nBlocks: number;
  norm: NormKind;
}

/** All of a global generator but the last three modules: `inputNc` → `ngf` channels, sizes as they were. */
export function addGlobalCore(
  model: Sequential,
  { inputNc, ngf, nDownsample, nBlocks }: Omit<GlobalGeneratorShape, 'outputNc' | 'norm'>,
): void {
  model.addOuterConvolution(inputNc, ngf);
  model.addNormAndRelu(ngf);
  for (let i = 0; i < nDownsample; i++) model.addHalving(ngf * 2 ** i);
  for (let i = 0; i < nBlocks; i++) model.addBlock(ngf * 2 ** nDownsample);
  for (let i = nDownsample; i > 0; i--) model.addDoubling(ngf * 2 ** i);
}

/**
 * Loads pix2pixHD's `GlobalGenerator`: `[N, H, W, inputNc]` → `[N, H, W, outputNc]` in [-1, 1], with height and
 * width multiples of `2^nDownsample`. Its modules have the official names.
 * @param prefix of the weight names, e.g. `G.` for `G.model.1.weight`
 * @throws CytoForgeError `missing-tensor`, `wrong-architecture`; nothing is left allocated.
 */
export function loadGlobalGenerator(
  shape: GlobalGeneratorShape,
  weights: TensorSource,
  prefix = 'G.',
): Network {
  return loadNetwork(weights, prefix, (reader) => {
    const model = startSequential(reader, shape.norm, 'model', NETWORK_INPUT);
    addGlobalCore(model, shape);
    model.addOuterConvolution(shape.ngf, shape.outputNc);
    model.addTanh();
    return model.modules;
  });
}
