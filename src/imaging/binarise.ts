import type { ByteImage } from './image.ts';
import { toGrey } from './to-grey.ts';

/**
 * A mask of 0 and 255: a pixel below `threshold` (8-bit grey level) is background. Colour is turned to grey
 * first, as CellGen's `Threshold.py` does (its threshold is 240).
 */
export function binarise(image: ByteImage, threshold: number): ByteImage {
  const { width, height, data } = toGrey(image);
  return { width, height, channels: 1, data: data.map((level) => (level < threshold ? 0 : 255)) };
}
