import type { Pix2PixHdConfig } from '../../checkpoints/bundle/manifest.ts';
import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import { CytoForgeError } from '../../errors.ts';
import { loadEncoder } from './encoder.ts';
import { loadGlobalGenerator } from './global-generator.ts';
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

/**
 * Puts a model's weights on the current backend. Weight names: `G.<state dict name>`, `E.<state dict name>`.
 * @throws CytoForgeError `unsupported` for the local enhancer; `missing-tensor`, `wrong-architecture`. Nothing is
 *   left allocated then.
 */
export function loadPix2PixHd(config: Pix2PixHdConfig, weights: TensorSource): Pix2PixHd {
  if (config.netG === 'local') {
    throw new CytoForgeError('unsupported', 'Local enhancer generators cannot be run yet.', {
      found: 'netG local',
      expected: 'netG global',
      hint: 'Load the global generator of the first training stage.',
    });
  }
  const { norm } = config;
  const generator = loadGlobalGenerator(
    {
      inputNc: config.generatorInputNc,
      outputNc: config.outputNc,
      ngf: config.ngf,
      nDownsample: config.nDownsampleGlobal,
      nBlocks: config.nBlocksGlobal,
      norm,
    },
    weights,
  );
  let encoder: Network | null = null;
  try {
    if (config.encoder) {
      const { nef, nDownsample } = config.encoder;
      const { featNum, outputNc } = config;
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
