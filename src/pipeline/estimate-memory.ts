import type { MaskManifest } from '../checkpoints/bundle/manifest.ts';
import { CytoForgeError } from '../errors.ts';
import { drawingBytes } from '../nn/stylegan3/plan-canvas.ts';
import type { BackendInfo } from './generation-service.ts';
import type { CanvasRecipe } from './recipe.ts';

const BYTES_PER_FLOAT = 4;

/** What of a recipe decides how much memory its mask takes. */
export interface DrawingSize {
  canvas?: CanvasRecipe | null;
  /** Bytes there are beside the weights; a canvas is cut into tiles that keep to it where they can. */
  memory?: number;
  backend?: BackendInfo['backend'] | null;
}

/**
 * The least memory a mask needs beside the weights: for StyleGAN3 that of its widest layer, of a tile where it is
 * drawn in tiles; for StyleGAN2 the widest map, before and after its activation.
 */
export function estimateDrawBytes(manifest: MaskManifest, size: DrawingSize = {}): number {
  if (manifest.architecture === 'stylegan3') {
    return drawingBytes(manifest.config, { ...size, onGpu: size.backend === 'webgpu' });
  }
  const maps = manifest.config.blocks.map(({ resolution, conv1 }) => {
    return resolution ** 2 * Math.max(conv1.inChannels, conv1.outChannels);
  });
  return 2 * BYTES_PER_FLOAT * Math.max(0, ...maps);
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
