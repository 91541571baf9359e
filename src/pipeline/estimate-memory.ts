import type { Pix2PixHdConfig, StyleGan3Config } from '../checkpoints/bundle/manifest.ts';
import { CytoForgeError } from '../errors.ts';
import type { SizeRecipe } from './recipe.ts';

const BYTES_PER_FLOAT = 4;

/**
 * The least memory a mask needs beside the weights: the widest upsampled map of the synthesis, before and
 * after its activation.
 */
export function estimateDrawBytes(config: StyleGan3Config): number {
  const widest = config.layers.map(({ outSize, downFactor, outChannels }) => {
    return (outSize * downFactor) ** 2 * outChannels;
  });
  return 2 * BYTES_PER_FLOAT * Math.max(...widest);
}

/**
 * The least memory an image needs beside the weights: the generator's first map at full size, before and
 * after its norm.
 */
export function estimateImageBytes(config: Pix2PixHdConfig, size: SizeRecipe): number {
  return 2 * BYTES_PER_FLOAT * size.width * size.height * config.ngf;
}

/**
 * Refuses a job that cannot fit, before it starts.
 * @param needed Bytes it takes at least.
 * @param free Bytes there are at most; null when that is not known.
 * @throws CytoForgeError `out-of-memory`.
 */
export function checkMemory(needed: number, free: number | null, hint: string): void {
  if (free === null || needed <= free) return;
  throw new CytoForgeError('out-of-memory', 'This needs more memory than there is.', {
    found: `${inMebibytes(needed)} needed`,
    expected: `at most ${inMebibytes(Math.max(0, free))}`,
    hint,
  });
}

function inMebibytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20).toLocaleString('en')} MiB`;
}
