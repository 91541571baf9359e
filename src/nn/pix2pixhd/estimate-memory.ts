import type { Pix2PixHdConfig } from '../../checkpoints/bundle/manifest.ts';
import { bytesWithCopies } from '../backend/weight-copies.ts';
import { stripHeight } from '../ops/strip-height.ts';
import { isWideFilter } from '../ops/wide-filter.ts';
import { paddedSide } from './pad-to-multiple.ts';
import { generatorSizes } from './size-rule.ts';

const BYTES_PER_FLOAT = 4;
const BYTES_PER_POINTER = 4;
const OUTER_TAPS = 49;

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
  let floats = OUTER_TAPS * width * inputs + width;
  for (let i = 0; i < halvings; i++) {
    const channels = width * 2 ** i;
    floats += (9 + 12) * 2 * channels ** 2 + 4 * channels;
  }
  const deepest = width * 2 ** halvings;
  return floats + blocks * 2 * (9 * deepest + 1) * deepest;
}

/** Bytes of a loaded generator's weights. */
export function generatorBytes(config: Pix2PixHdConfig): number {
  const { ngf, generatorInputNc, outputNc } = config;
  const parts = partsOf(config).map((part) => partFloats(part, generatorInputNc));
  const last = (OUTER_TAPS * ngf + 1) * outputNc;
  return BYTES_PER_FLOAT * parts.reduce((sum, floats) => sum + floats, last);
}

/** Bytes of the block weights that WASM keeps one copy of instead of two (`patchConvolution`). */
function wideBlockBytes(config: Pix2PixHdConfig): number {
  const floats = partsOf(config).map(({ width, halvings, blocks }) => {
    const filter = 9 * (width * 2 ** halvings) ** 2;
    return isWideFilter(filter) ? 2 * blocks * filter : 0;
  });
  return BYTES_PER_FLOAT * floats.reduce((sum, count) => sum + count, 0);
}

/**
 * What XNNPACK keeps of a run: a 4-byte pointer per tap and output pixel of every convolution (of each part 49 taps at
 * its size, and once more the last ones, in strips; 9 and 6 taps at a quarter, a sixteenth … of it; the blocks). The
 * heap grows in steps, to about 1.1 times what is needed.
 */
function pointerBytes(config: Pix2PixHdConfig, width: number, height: number): number {
  const outer = (level: number) => {
    const [across, down] = [width / 2 ** level, height / 2 ** level];
    return OUTER_TAPS * across * stripHeight(down, across, OUTER_TAPS);
  };
  const pointers = partsOf(config).reduce((sum, { halvings, blocks, level }) => {
    const quarters = (1 - 4 ** -halvings) / 3;
    const inner = (9 + 6) * quarters + (18 * blocks) / 4 ** halvings;
    return sum + outer(level) + (inner * width * height) / 4 ** level;
  }, outer(0));
  return BYTES_PER_POINTER * pointers;
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
  const maps = BYTES_PER_FLOAT * (generatorInputNc * pixels + activations);
  const weights = bytesWithCopies(generatorBytes(config), backend);
  if (backend !== 'wasm') return weights + maps;
  return weights - wideBlockBytes(config) + maps + pointerBytes(config, paddedWidth, paddedHeight);
}

/**
 * The same for encoding a `width` × `height` image: an encoder is a global generator without blocks.
 * @returns 0 for a model without an encoder.
 */
export function estimateEncodeBytes(
  config: Pix2PixHdConfig,
  width: number,
  height: number,
): number {
  if (!config.encoder) return 0;
  const asGenerator: Pix2PixHdConfig = {
    ...config,
    netG: 'global',
    generatorInputNc: config.outputNc,
    outputNc: config.featNum,
    ngf: config.encoder.nef,
    nDownsampleGlobal: config.encoder.nDownsample,
    nBlocksGlobal: 0,
  };
  return estimateRenderBytes(asGenerator, width, height);
}
