import type { MaskManifest } from '../checkpoints/bundle/manifest.ts';
import { CytoForgeError } from '../errors.ts';

const BYTES_PER_FLOAT = 4;

/** Numbers in the maps that a synthesis makes on its way. */
function mapSizes(manifest: MaskManifest): number[] {
  if (manifest.architecture === 'stylegan2') {
    return manifest.config.blocks.map(({ resolution, conv1 }) => {
      return resolution ** 2 * Math.max(conv1.inChannels, conv1.outChannels);
    });
  }
  return manifest.config.layers.map(({ outSize, downFactor, outChannels }) => {
    return (outSize * downFactor) ** 2 * outChannels;
  });
}

/**
 * The least memory a mask needs beside the weights: the widest map of the synthesis (for StyleGAN3 the upsampled
 * one), before and after its activation.
 */
export function estimateDrawBytes(manifest: MaskManifest): number {
  return 2 * BYTES_PER_FLOAT * Math.max(0, ...mapSizes(manifest));
}

/**
 * Refuses a job that cannot fit, before it starts.
 * @param needed Bytes it takes at least, with what the networks hold already.
 * @param limit Bytes they may hold.
 * @throws CytoForgeError `out-of-memory`.
 */
export function checkMemory(needed: number, limit: number, hint: string): void {
  if (needed <= limit) return;
  throw new CytoForgeError('out-of-memory', 'This needs more memory than there is.', {
    found: `${inMebibytes(needed)} needed`,
    expected: `at most ${inMebibytes(limit)}`,
    hint,
  });
}

function inMebibytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20).toLocaleString('en')} MiB`;
}
