import type { Painting } from './painting.ts';
import type { PixelBox } from './pixel-box.ts';

/** How far a copy lies from its original. */
export interface CopyOffset {
  dx: number;
  dy: number;
}

/** Pixels of some cells, as offsets into the map and columns, for many tries. */
function pixelsOf({ width, labels }: Painting, box: PixelBox, ids: ReadonlySet<number>): number[] {
  const found: number[] = [];
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++) {
      if (ids.has(labels[y * width + x])) found.push(y * width + x);
    }
  }
  return found;
}

/**
 * The nearest place where copies of cells lie on background alone, whole within the map; looked for in steps of a
 * quarter of the box, over all of the map if it must be.
 * @param box Around the cells.
 * @returns Null where there is no room.
 */
export function freeOffset(
  painting: Painting,
  box: PixelBox,
  ids: Iterable<number>,
): CopyOffset | null {
  const { width, height, labels } = painting;
  const pixels = pixelsOf(painting, box, new Set(ids));
  const [stepX, stepY] = [box.width, box.height].map((side) => Math.max(1, side >> 2));
  const tries: CopyOffset[] = [];
  for (let y = box.y % stepY; y + box.height <= height; y += stepY) {
    for (let x = box.x % stepX; x + box.width <= width; x += stepX) {
      tries.push({ dx: x - box.x, dy: y - box.y });
    }
  }
  tries.sort((a, b) => Math.hypot(a.dx, a.dy) - Math.hypot(b.dx, b.dy));
  const isFree = ({ dx, dy }: CopyOffset) =>
    pixels.every((at) => labels[at + dy * width + dx] === 0);
  return tries.find(isFree) ?? null;
}
