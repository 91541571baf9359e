import type { Pix2PixHdConfig } from '../checkpoints/bundle/manifest.ts';
import { paddedSide, type SizeRule } from '../nn/pix2pixhd/pad-to-multiple.ts';
import { generatorSizes } from '../nn/pix2pixhd/size-rule.ts';

/** The size an image is really rendered at, in pixels, and why. */
export interface PaddedSize {
  width: number;
  height: number;
  /** The sizes that the model takes. */
  sizes: SizeRule;
}

/** What a size is padded to before rendering, and the image then cropped from; null when the model takes it. */
export function paddedSize(
  config: Pix2PixHdConfig,
  size: { width: number; height: number },
): PaddedSize | null {
  const sizes = generatorSizes(config);
  const width = paddedSide(size.width, sizes);
  const height = paddedSide(size.height, sizes);
  return width === size.width && height === size.height ? null : { width, height, sizes };
}
