import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import { loadGlobalGenerator } from './global-generator.ts';
import type { Network } from './network-module.ts';

/** The numbers that fix an encoder's layers (spec B.4). */
export interface EncoderShape {
  inputNc: number;
  featNum: number;
  nef: number;
  nDownsample: number;
  norm: 'instance' | 'batch';
}

/**
 * Loads the convolutional part of pix2pixHD's `Encoder`: `[N, H, W, inputNc]` → `[N, H, W, featNum]` in [-1, 1].
 * Layer by layer it is a global generator without residual blocks.
 * @throws CytoForgeError `missing-tensor`, `wrong-architecture`; nothing is left allocated.
 */
export function loadEncoder(shape: EncoderShape, weights: TensorSource, prefix = 'E.'): Network {
  return loadGlobalGenerator(
    {
      inputNc: shape.inputNc,
      outputNc: shape.featNum,
      ngf: shape.nef,
      nDownsample: shape.nDownsample,
      nBlocks: 0,
      norm: shape.norm,
    },
    weights,
    prefix,
  );
}
