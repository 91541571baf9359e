import type { LabelImage } from './image.ts';

type Corner = readonly [x: number, y: number];

/** Twice the area of the triangle `a b c`, positive when it turns from the x axis to the y axis. */
const turn = (a: Corner, b: Corner, c: Corner): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** One side of a convex hull: of corners by rising y, the left one for `sign` 1, the right one for −1. */
function hullSide(corners: readonly Corner[], sign: 1 | -1): Corner[] {
  const side: Corner[] = [];
  for (const corner of corners) {
    while (
      side.length > 1 &&
      sign * turn(side[side.length - 2], side[side.length - 1], corner) >= 0
    ) {
      side.pop();
    }
    side.push(corner);
  }
  return side;
}

function polygonArea(corners: readonly Corner[]): number {
  const doubled = corners.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = corners[(at + 1) % corners.length];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(doubled) / 2;
}

/** Leftmost and rightmost pixel of an object in one row. */
interface RowExtent {
  y: number;
  left: number;
  right: number;
}

function rowExtents({ width, height, data }: LabelImage): Map<number, RowExtent[]> {
  const extents = new Map<number, RowExtent[]>();
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; ) {
      const id = data[y * width + x];
      const left = x;
      do x += 1;
      while (x < width && data[y * width + x] === id);
      if (id === 0) continue;
      const rows = extents.get(id) ?? [];
      if (rows.length === 0) extents.set(id, rows);
      const last = rows[rows.length - 1];
      if (last?.y === y) last.right = x - 1;
      else rows.push({ y, left, right: x - 1 });
    }
  }
  return extents;
}

/**
 * Areas of the convex hulls of all objects by id, in pixels, the pixels being squares: an object without hollows has
 * the hull area of its outline, which for slanted edges is a little more than its pixels.
 */
export function objectHullAreas(labels: LabelImage): Map<number, number> {
  return new Map(
    [...rowExtents(labels)].map(([id, rows]) => {
      const left = rows.flatMap(({ y, left: x }): Corner[] => [
        [x, y],
        [x, y + 1],
      ]);
      const right = rows.flatMap(({ y, right: x }): Corner[] => [
        [x + 1, y],
        [x + 1, y + 1],
      ]);
      const outline = [...hullSide(left, 1), ...hullSide(right, -1).reverse()];
      return [id, polygonArea(outline)];
    }),
  );
}
