import type { ByteImage } from './image.ts';
import type { LevelImage } from './level-image.ts';
import { type Resampling, resizeLabelImage, resizePillow } from './pillow-resize.ts';

/**
 * An image in another size, as Pillow does it. Levels of 16 bits are ids: only `nearest` is for them.
 * @throws CytoForgeError `bad-option` for a size that is not whole and positive.
 */
export function resizeLevels(
  image: LevelImage,
  width: number,
  height: number,
  resampling: Resampling,
): LevelImage {
  if (image.data instanceof Uint8Array) {
    return resizePillow(image as ByteImage, width, height, resampling);
  }
  const { data } = image;
  return { channels: 1, ...resizeLabelImage({ ...image, data }, width, height) };
}
