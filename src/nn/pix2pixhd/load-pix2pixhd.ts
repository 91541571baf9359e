import type { Pix2PixHdConfig } from '../../checkpoints/bundle/manifest.ts';
import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import { loadEncoder } from './encoder.ts';
import { loadGlobalGenerator } from './global-generator.ts';
import { loadLocalEnhancer } from './local-enhancer.ts';
import type { Network } from './network-module.ts';

/** A pix2pixHD model on the current backend. */
export interface Pix2PixHd {
  config: Pix2PixHdConfig;
  generator: Network;
  /** Null when the checkpoint has no encoder. */
  encoder: Network | null;
  /** Frees the weights. */
  dispose(): void;
}

function loadGenerator(config: Pix2PixHdConfig, weights: TensorSource): Network {
  const shape = {
    inputNc: config.generatorInputNc,
    outputNc: config.outputNc,
    ngf: config.ngf,
    nDownsample: config.nDownsampleGlobal,
    nBlocks: config.nBlocksGlobal,
    norm: config.norm,
  };
  if (config.netG === 'global') return loadGlobalGenerator(shape, weights);
  const { nLocalEnhancers: nEnhancers, nBlocksLocal } = config;
  return loadLocalEnhancer({ ...shape, nEnhancers, nBlocksLocal }, weights);
}

/**
 * Puts a model's weights on the current backend. Weight names: `G.<state dict name>`, `E.<state dict name>`.
 * @throws CytoForgeError `missing-tensor`, `wrong-architecture`. Nothing is left allocated then.
 */
export function loadPix2PixHd(config: Pix2PixHdConfig, weights: TensorSource): Pix2PixHd {
  const generator = loadGenerator(config, weights);
  let encoder: Network | null = null;
  try {
    if (config.encoder) {
      const { nef, nDownsample } = config.encoder;
      const { featNum, outputNc, norm } = config;
      encoder = loadEncoder({ inputNc: outputNc, featNum, nef, nDownsample, norm }, weights);
    }
  } catch (error) {
    generator.dispose();
    throw error;
  }
  return {
    config,
    generator,
    encoder,
    dispose() {
      generator.dispose();
      encoder?.dispose();
    },
  };
}
