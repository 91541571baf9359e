import type { PixelBox } from '../../../imaging/editing/pixel-box.ts';
import type { LabelImage } from '../../../imaging/image.ts';

/**
 * The pixel edges around cells within a box of the map, as lines `[x0, y0, x1, y1, …]` in map coordinates. Straight
 * runs are one line. Edges of the map itself are included.
 * @param isInside whether an id is among the cells
 */
export function cellOutline(
  { width, height, data }: LabelImage,
  box: PixelBox,
  isInside: (id: number) => boolean,
): number[] {
  const lines: number[] = [];
  const inside = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < width && y < height && isInside(data[y * width + x]);
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  for (let y = box.y; y <= bottom; y++) {
    let from = -1;
    for (let x = box.x; x <= right; x++) {
      const edge = x < right && inside(x, y - 1) !== inside(x, y);
      if (edge && from < 0) from = x;
      if (!edge && from >= 0) {
        lines.push(from, y, x, y);
        from = -1;
      }
    }
  }
  for (let x = box.x; x <= right; x++) {
    let from = -1;
    for (let y = box.y; y <= bottom; y++) {
      const edge = y < bottom && inside(x - 1, y) !== inside(x, y);
      if (edge && from < 0) from = y;
      if (!edge && from >= 0) {
        lines.push(x, from, x, y);
        from = -1;
      }
    }
  }
  return lines;
}
