import type { MaskManifest, Pix2PixHdManifest } from '../checkpoints/bundle/manifest.ts';
import { estimateRenderBytes } from '../nn/pix2pixhd/estimate-memory.ts';
import { estimateDrawBytes } from './estimate-memory.ts';
import type { BackendInfo } from './generation-service.ts';
import type { SampleRecipe } from './recipe.ts';
import { canvasOf } from './resize-canvas.ts';

/** How large a sample is, at both of its networks. */
export type SampleExtent = Pick<SampleRecipe, 'canvas' | 'size'>;

/** A sample that was made, to judge others by. */
export interface MeasuredSample {
  extent: SampleExtent;
  timing: { mask: number; truth: number; image: number };
}

/** The least memory of a sample: of mask and image, which are made one after the other, the larger. */
export function estimateSampleBytes(
  mask: MaskManifest,
  image: Pix2PixHdManifest | null,
  { canvas, size }: SampleExtent,
  backend?: BackendInfo['backend'],
): number {
  const drawing = estimateDrawBytes(mask, { canvas, backend });
  if (!image) return drawing;
  return Math.max(drawing, estimateRenderBytes(image.config, size.width, size.height, backend));
}

/** Milliseconds that a sample takes, from one that was made: every stage goes with the pixels it makes. */
export function estimateSampleMs(
  { extent, timing }: MeasuredSample,
  wanted: SampleExtent,
  side: number,
): number {
  const area = ({ width, height }: { width: number; height: number }) => width * height;
  const drawn = area(canvasOf(wanted, side)) / area(canvasOf(extent, side));
  const made = area(wanted.size) / area(extent.size);
  return timing.mask * drawn + (timing.truth + timing.image) * made;
}
