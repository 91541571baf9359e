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
 * squares; or a residual block, which holds one more; or the first convolution with its reflected input. A backend may keep some more for itself (WASM's
 * convolutions: about 440 bytes a pixel; WebGPU: freed buffers of other sizes).
 */
export function estimateRenderBytes(
  config: Pix2PixHdConfig,
  width: number,
  height: number,
): number {
  const multiple = 2 ** config.nDownsampleGlobal;
  const paddedWidth = paddedSide(width, multiple);
  const paddedHeight = paddedSide(height, multiple);
  const pixels = paddedWidth * paddedHeight;
  const { generatorInputNc, ngf } = config;
  const norm = 3 * ngf * pixels;
  const block = (4 * ngf * pixels) / 2 ** config.nDownsampleGlobal;
  const reflected = generatorInputNc * (paddedWidth + 6) * (paddedHeight + 6);
  const firstConvolution = reflected + ngf * pixels;
  const activations = generatorInputNc * pixels + Math.max(norm, block, firstConvolution);
  return BYTES_PER_FLOAT * (generatorFloats(config) + activations);
}
