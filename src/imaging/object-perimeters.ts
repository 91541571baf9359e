import type { LabelImage } from './image.ts';

const DIAGONAL = Math.SQRT2;
const CORNER = (1 + Math.SQRT2) / 2;

/**
 * Length of outline that a border pixel stands for, by the border pixels around it: 10 for each at a corner, 2 for each
 * at an edge, 1 for itself (Benkrid and Crookes 1995, as scikit-image's `perimeter`).
 */
const LENGTHS = new Float64Array(50);
for (const pattern of [5, 7, 15, 17, 25, 27]) LENGTHS[pattern] = 1;
for (const pattern of [21, 33]) LENGTHS[pattern] = DIAGONAL;
for (const pattern of [13, 23]) LENGTHS[pattern] = CORNER;

/** Ids at pixels that have another id, or no pixel, to their left, right, above or below; 0 elsewhere. */
function borderIds({ width, height, data }: LabelImage): Uint16Array {
  const border = new Uint16Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const id = data[at];
      const isInner =
        x > 0 &&
        x < width - 1 &&
        y > 0 &&
        y < height - 1 &&
        data[at - 1] === id &&
        data[at + 1] === id &&
        data[at - width] === id &&
        data[at + width] === id;
      if (!isInner) border[at] = id;
    }
  }
  return border;
}

/**
 * Perimeter of every object in pixels, holes included, as scikit-image's `regionprops` with 4 neighbours.
 * @returns By id, `[65536]`; 0 for ids that do not occur and for single pixels.
 */
export function objectPerimeters(labels: LabelImage): Float64Array {
  const { width, height } = labels;
  const border = borderIds(labels);
  const perimeters = new Float64Array(65_536);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const id = border[y * width + x];
      if (id === 0) continue;
      let pattern = 1;
      for (let toY = Math.max(0, y - 1); toY <= Math.min(height - 1, y + 1); toY++) {
        for (let toX = Math.max(0, x - 1); toX <= Math.min(width - 1, x + 1); toX++) {
          if (border[toY * width + toX] !== id || (toX === x && toY === y)) continue;
          pattern += toX !== x && toY !== y ? 10 : 2;
        }
      }
      perimeters[id] += LENGTHS[pattern] ?? 0;
    }
  }
  return perimeters;
}
