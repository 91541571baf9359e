import type { Pix2PixHdConfig } from '../../checkpoints/bundle/manifest.ts';
import { stripHeight } from '../ops/strip-convolution.ts';
import { paddedSide } from './pad-to-multiple.ts';

const BYTES_PER_FLOAT = 4;
const BYTES_PER_POINTER = 4;
const OUTER_TAPS = 49;

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
 * What XNNPACK keeps beside the tensors: the weights in its own order, for which twice their size stays allocated (measured
 * on tfjs-backend-wasm 4.22), and a 4-byte pointer per tap and output pixel of every convolution (two of 49 taps at full
 * size, in strips; 9 and 6 taps at a quarter, a sixteenth … of it; the blocks). The heap grows in steps, to about 1.1
 * times what is needed.
 */
function wasmExtraBytes(config: Pix2PixHdConfig, width: number, height: number): number {
  const { nDownsampleGlobal, nBlocksGlobal } = config;
  const outer = 2 * OUTER_TAPS * width * stripHeight(height, width, OUTER_TAPS);
  const inner = (9 + 6) / 3 + (18 * nBlocksGlobal) / 4 ** nDownsampleGlobal;
  const pointers = outer + inner * width * height;
  return 2 * BYTES_PER_FLOAT * generatorFloats(config) + BYTES_PER_POINTER * pointers;
}

/**
 * Bytes in use at the highest point of rendering one `width` × `height` image: the weights, the input, and the
 * widest module. That is a norm at full size, which holds its input, the centred values and their squares; or a
 * residual block, which holds one more; or the first convolution with its reflected input. Exact for tensors;
 * WebGPU also keeps freed buffers of other sizes for later.
 * @param backend adds what WASM's convolutions keep for themselves, when it is `wasm`
 */
export function estimateRenderBytes(
  config: Pix2PixHdConfig,
  width: number,
  height: number,
  backend: 'cpu' | 'wasm' | 'webgpu' = 'cpu',
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
  const tensors = BYTES_PER_FLOAT * (generatorFloats(config) + activations);
  return backend === 'wasm' ? tensors + wasmExtraBytes(config, paddedWidth, paddedHeight) : tensors;
}
