import type { LabelImage } from '../../imaging/image.ts';

/** The rectangle of pixels that holds an object; inclusive. */
interface Bounds {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function boundsOfObjects({ width, height, data }: LabelImage): Map<number, Bounds> {
  const bounds = new Map<number, Bounds>();
  for (let y = 0; y < height; y++) {
    let last: Bounds | undefined;
    let lastId = 0;
    for (let x = 0; x < width; x++) {
      const id = data[y * width + x];
      if (id === 0) continue;
      if (id !== lastId) last = bounds.get(id);
      lastId = id;
      if (!last) {
        last = { left: x, right: x, top: y, bottom: y };
        bounds.set(id, last);
      }
      last.left = Math.min(last.left, x);
      last.right = Math.max(last.right, x);
      last.bottom = y;
    }
  }
  return bounds;
}

/** Marks the pixels of one object that touch its outside: what is connected, by edges, to beyond its rectangle. */
function markContour(
  { width, data }: LabelImage,
  id: number,
  { left, right, top, bottom }: Bounds,
  outlines: Uint8Array,
): void {
  // A rim of one pixel around the rectangle, from which the outside is flooded.
  const columns = right - left + 3;
  const rows = bottom - top + 3;
  const seen = new Uint8Array(columns * rows);
  const open = new Int32Array(columns * rows);
  let count = 1;
  seen[0] = 1;
  while (count > 0) {
    const at = open[--count];
    const x = at % columns;
    const y = (at - x) / columns;
    for (const [toX, toY] of [
      [x - 1, y],
      [x + 1, y],
      [x, y - 1],
      [x, y + 1],
    ]) {
      const to = toY * columns + toX;
      if (toX < 0 || toY < 0 || toX >= columns || toY >= rows || seen[to]) continue;
      const inside = toX > 0 && toY > 0 && toX < columns - 1 && toY < rows - 1;
      const pixel = (top + toY - 1) * width + left + toX - 1;
      if (inside && data[pixel] === id) {
        outlines[pixel] = 1;
        continue;
      }
      seen[to] = 1;
      open[count++] = to;
    }
  }
}

/**
 * The outlines of all objects as Cellpose's `masks_to_outlines`: the outer contours, which are the pixels of an object
 * that have its outside to their left, right, above or below; holes have none.
 * @returns 1 on outlines, `[H, W]`.
 */
export function objectOutlines(labels: LabelImage): Uint8Array {
  const outlines = new Uint8Array(labels.data.length);
  for (const [id, bounds] of boundsOfObjects(labels)) markContour(labels, id, bounds, outlines);
  return outlines;
}
