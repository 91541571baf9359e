import { badImage } from './bad-image.ts';
import { blankLike, type LevelImage } from './level-image.ts';

/** A rectangle of pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Width and height in pixels. */
export interface Size {
  width: number;
  height: number;
}

/**
 * The pixels of a box; what of it lies outside the image is 0.
 * @throws CytoForgeError `bad-image` when the box has no pixels.
 */
export function cropImage(image: LevelImage, box: Box): LevelImage {
  if (!(box.width >= 1 && box.height >= 1)) {
    throw badImage('A crop needs at least one pixel.', { found: `${box.width} × ${box.height}` });
  }
  const cropped = blankLike(image, box.width, box.height);
  const { channels } = image;
  const left = Math.max(0, box.x);
  const right = Math.min(image.width, box.x + box.width);
  if (right <= left) return cropped;
  for (let y = Math.max(0, box.y); y < Math.min(image.height, box.y + box.height); y++) {
    const from = y * image.width;
    const line = image.data.subarray((from + left) * channels, (from + right) * channels);
    cropped.data.set(line, ((y - box.y) * box.width + left - box.x) * channels);
  }
  return cropped;
}

/** Whether all of a box lies in an image. */
export function isInside(box: Box, { width, height }: Size): boolean {
  return box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
}

/** The box of a size in the middle of an image; of an odd rest, the larger part is right and below. */
export function centreBox(image: Size, { width, height }: Size): Box {
  const x = Math.floor((image.width - width) / 2);
  const y = Math.floor((image.height - height) / 2);
  return { x, y, width, height };
}
