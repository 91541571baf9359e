import type { StyleGan3Config } from '../checkpoints/bundle/manifest.ts';
import { CytoForgeError } from '../errors.ts';

const BYTES_PER_FLOAT = 4;

/**
 * The least memory a mask needs beside the weights: the widest upsampled map of the synthesis, before and
 * after its activation.
 */
export function estimateDrawBytes(config: StyleGan3Config): number {
  const widest = config.layers.map(({ outSize, downFactor, outChannels }) => {
    return (outSize * downFactor) ** 2 * outChannels;
  });
  return 2 * BYTES_PER_FLOAT * Math.max(0, ...widest);
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
