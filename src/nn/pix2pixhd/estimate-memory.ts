import type { Pix2PixHdConfig } from '../../checkpoints/bundle/manifest.ts';
import { paddedSide } from './pad-to-multiple.ts';

const BYTES_PER_FLOAT = 4;

/** Floats that a loaded global generator keeps: 9 taps a convolution, 12 a doubling one. */
function generatorFloats(config: Pix2PixHdConfig): number {
  const { ngf, nDownsampleGlobal, nBlocksGlobal, generatorInputNc, outputNc } = config;
  let floats = 49 * ngf * (generatorInputNc + outputNc) + ngf + outputNc;
  for (let level = 0; level < nDownsampleGlobal; level++) {
    const channels = ngf * 2 ** level;
    floats += (9 + 12) * 2 * channels ** 2 + 4 * channels;
  }
  const deepest = ngf * 2 ** nDownsampleGlobal;
  return floats + nBlocksGlobal * 2 * (9 * deepest + 1) * deepest;
}

/**
 * Bytes of all tensors at the highest point of rendering one `width` × `height` image: the weights, the input,
 * and the widest module. That is a norm at full size, which holds its input, the centred values and their
 * squares, or a residual block, which holds about two more. A backend may keep some more for itself (WASM's
 * convolutions: about 440 bytes a pixel; WebGPU: freed buffers of other sizes).
 */
export function estimateRenderBytes(
  config: Pix2PixHdConfig,
  width: number,
  height: number,
): number {
  const multiple = 2 ** config.nDownsampleGlobal;
  const pixels = paddedSide(width, multiple) * paddedSide(height, multiple);
  const norm = 3 * config.ngf;
  const block = (5 * config.ngf) / 2 ** config.nDownsampleGlobal;
  const firstConvolution = config.generatorInputNc + config.ngf;
  const activations = config.generatorInputNc + Math.max(norm, block, firstConvolution);
  return BYTES_PER_FLOAT * (generatorFloats(config) + pixels * activations);
}
