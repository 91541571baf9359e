import type { Pix2PixHdConfig } from '../../checkpoints/bundle/manifest.ts';
import { paddedSide } from './pad-to-multiple.ts';
import { generatorSizes } from './size-rule.ts';

const BYTES_PER_FLOAT = 4;

/** A part of the generator that begins with a 7×7 convolution and works at one size. */
interface Part {
  /** Channels at that size. */
  width: number;
  /** Halvings within it. */
  halvings: number;
  blocks: number;
  /** Times the input was halved before. */
  level: number;
}

function partsOf(config: Pix2PixHdConfig): Part[] {
  const { netG, ngf, nDownsampleGlobal, nBlocksGlobal, nLocalEnhancers, nBlocksLocal } = config;
  const levels = netG === 'local' ? nLocalEnhancers : 0;
  const core = { halvings: nDownsampleGlobal, blocks: nBlocksGlobal, level: levels };
  const enhancers = Array.from({ length: levels }, (_, level) => ({
    width: ngf * 2 ** level,
    halvings: 1,
    blocks: nBlocksLocal,
    level,
  }));
  return [{ ...core, width: ngf * 2 ** levels }, ...enhancers];
}

/** Floats that a loaded part keeps: 9 taps a convolution, 12 a doubling one. */
function partFloats({ width, halvings, blocks }: Part, inputs: number): number {
  let floats = 49 * width * inputs + width;
  for (let i = 0; i < halvings; i++) {
    const channels = width * 2 ** i;
    floats += (9 + 12) * 2 * channels ** 2 + 4 * channels;
  }
  const deepest = width * 2 ** halvings;
  return floats + blocks * 2 * (9 * deepest + 1) * deepest;
}

function generatorFloats(config: Pix2PixHdConfig): number {
  const { ngf, generatorInputNc, outputNc } = config;
  const parts = partsOf(config).map((part) => partFloats(part, generatorInputNc));
  return parts.reduce((sum, floats) => sum + floats, (49 * ngf + 1) * outputNc);
}

/**
 * What XNNPACK keeps beside the tensors: its own copy of the weights, and a 4-byte pointer per tap and output
 * pixel of every convolution (of each part 49 taps at its size; 9 and 6 taps at a quarter, a sixteenth … of it;
 * the blocks; and the last 49 taps). The heap grows in steps, to about 1.3 times what is needed.
 */
function wasmExtraBytes(config: Pix2PixHdConfig, pixels: number): number {
  const pointers = partsOf(config).reduce((sum, { halvings, blocks, level }) => {
    const quarters = (1 - 4 ** -halvings) / 3;
    const own = 49 + (9 + 6) * quarters + (18 * blocks) / 4 ** halvings;
    return sum + own / 4 ** level;
  }, 49);
  return BYTES_PER_FLOAT * generatorFloats(config) + 4 * pointers * pixels;
}

/**
 * Bytes in use at the highest point of rendering one `width` × `height` image: the weights, the input, and the
 * widest module. That is a norm at full size, which holds its input, the centred values and their squares; or a
 * residual block, which holds one more; or the first convolution with its reflected input. The last enhancer of a
 * local generator also holds what was made below it; the others and the core need less. Exact for tensors;
 * WebGPU also keeps freed buffers of other sizes for later.
 * @param backend adds what WASM's convolutions keep for themselves, when it is `wasm`
 */
export function estimateRenderBytes(
  config: Pix2PixHdConfig,
  width: number,
  height: number,
  backend: 'cpu' | 'wasm' | 'webgpu' = 'cpu',
): number {
  const sizes = generatorSizes(config);
  const paddedWidth = paddedSide(width, sizes);
  const paddedHeight = paddedSide(height, sizes);
  const pixels = paddedWidth * paddedHeight;
  const { netG, generatorInputNc, ngf, nDownsampleGlobal } = config;
  const norm = 3 * ngf * pixels;
  const reflected = generatorInputNc * (paddedWidth + 6) * (paddedHeight + 6);
  const widest = Math.max(norm, reflected + ngf * pixels);
  const activations =
    netG === 'local'
      ? widest + (ngf * pixels) / 2
      : Math.max(widest, (4 * ngf * pixels) / 2 ** nDownsampleGlobal);
  const tensors =
    BYTES_PER_FLOAT * (generatorFloats(config) + generatorInputNc * pixels + activations);
  return backend === 'wasm' ? tensors + wasmExtraBytes(config, pixels) : tensors;
}
