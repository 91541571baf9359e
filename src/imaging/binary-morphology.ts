import type { ByteImage } from './image.ts';

/** Which pixels of the 3 × 3 around one count: the four sides, or all of them. */
export type StructuringElement = 'cross' | 'square';

/** Gives the level `hit` to the pixels of one line in `to` that have a neighbour in `from` with that level. */
function spreadLine(
  from: Uint8Array,
  to: Uint8Array,
  { start, step, count }: { start: number; step: number; count: number },
  hit: number,
): void {
  for (let i = 0, at = start; i < count; i++, at += step) {
    const before = i > 0 && from[at - step] === hit;
    const after = i < count - 1 && from[at + step] === hit;
    if (before || after) to[at] = hit;
  }
}

/** Gives the level `hit` to every pixel that has a neighbour with that level. */
function spread(
  levels: Uint8Array,
  width: number,
  height: number,
  hit: number,
  element: StructuringElement,
): Uint8Array {
  const result = levels.slice();
  for (let y = 0; y < height; y++) {
    spreadLine(levels, result, { start: y * width, step: 1, count: width }, hit);
  }
  const source = element === 'square' ? result.slice() : levels;
  for (let x = 0; x < width; x++) {
    spreadLine(source, result, { start: x, step: width, count: height }, hit);
  }
  return result;
}

const truth = ({ data }: ByteImage) => data.map((level) => (level === 0 ? 0 : 255));

/**
 * Foreground (any value but 0) grown by `steps` pixels, as SciPy's `binary_dilation`.
 * @returns A mask of 0 and 255.
 */
export function dilateMask(mask: ByteImage, element: StructuringElement, steps = 1): ByteImage {
  const { width, height } = mask;
  let data: Uint8Array = truth(mask);
  for (let step = 0; step < steps; step++) {
    data = spread(data, width, height, 255, element);
  }
  return { width, height, channels: 1, data };
}

/**
 * Foreground (any value but 0) shrunk by `steps` pixels, as SciPy's `binary_erosion`: what lies outside the image
 * is background.
 * @returns A mask of 0 and 255.
 */
export function erodeMask(mask: ByteImage, element: StructuringElement, steps = 1): ByteImage {
  const { width, height } = mask;
  let data: Uint8Array = truth(mask);
  for (let step = 0; step < steps; step++) {
    data = spread(data, width, height, 0, element);
    for (let x = 0; x < width; x++) {
      data[x] = 0;
      data[(height - 1) * width + x] = 0;
    }
    for (let y = 0; y < height; y++) {
      data[y * width] = 0;
      data[y * width + width - 1] = 0;
    }
  }
  return { width, height, channels: 1, data };
}

/** The mask without what is too small for the element, as SciPy's `binary_opening`. */
export function openMask(mask: ByteImage, element: StructuringElement): ByteImage {
  return dilateMask(erodeMask(mask, element), element);
}

/** The mask with gaps that are too small for the element filled, as SciPy's `binary_closing`. */
export function closeMask(mask: ByteImage, element: StructuringElement): ByteImage {
  return erodeMask(dilateMask(mask, element), element);
}
