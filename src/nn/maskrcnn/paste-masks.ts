import type { Boxes, MapSize } from './boxes.ts';
import { resizeBilinear } from './image-transform.ts';

/** A mask of one object in the image: probabilities of a rectangle, 0 elsewhere. */
export interface PlacedMask extends MapSize {
  /** Left and upper pixel in the image. */
  x: number;
  y: number;
  /** `[height, width]`, 0 to 1 */
  data: Float32Array;
}

/** Zeros around a mask before it is enlarged, so that it fades out instead of ending (`paste_masks_in_image`). */
const PADDING = 1;

function padded(mask: Float32Array, side: number): Float32Array {
  const wide = side + 2 * PADDING;
  const data = new Float32Array(wide * wide);
  for (let y = 0; y < side; y++) {
    data.set(mask.subarray(y * side, (y + 1) * side), (y + PADDING) * wide + PADDING);
  }
  return data;
}

/** First pixel and length of a box along one axis once it is grown for the padding; truncated to whole pixels. */
function grownSpan(from: number, to: number, growth: number): { start: number; length: number } {
  const half = Math.fround(((to - from) / 2) * growth);
  const centre = Math.fround((to + from) / 2);
  const start = Math.trunc(Math.fround(centre - half));
  const end = Math.trunc(Math.fround(centre + half));
  return { start, length: Math.max(end - start + 1, 1) };
}

/**
 * Enlarges a mask to its box, as torchvision pastes masks; what lies outside the image is cut off.
 * @param mask `[side, side]` probabilities
 * @param box x1, y1, x2, y2 in pixels of the image
 * @returns null for a box without a pixel in the image
 */
export function placeMask(
  mask: Float32Array,
  side: number,
  box: Boxes,
  image: MapSize,
): PlacedMask | null {
  const growth = (side + 2 * PADDING) / side;
  const across = grownSpan(box[0], box[2], growth);
  const down = grownSpan(box[1], box[3], growth);
  const x = Math.max(across.start, 0);
  const y = Math.max(down.start, 0);
  const width = Math.min(across.start + across.length, image.width) - x;
  const height = Math.min(down.start + down.length, image.height) - y;
  if (width <= 0 || height <= 0) return null;
  const wide = side + 2 * PADDING;
  const small = { height: wide, width: wide, channels: 1, data: padded(mask, side) };
  const whole = resizeBilinear(small, { height: down.length, width: across.length });
  const data = new Float32Array(height * width);
  for (let row = 0; row < height; row++) {
    const from = (row + y - down.start) * across.length + x - across.start;
    data.set(whole.data.subarray(from, from + width), row * width);
  }
  return { x, y, width, height, data };
}
