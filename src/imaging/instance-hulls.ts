import type { LabelImage } from './image.ts';

/** Twice the position of a point, so that the middles of pixels' sides are whole: x, then y. */
type HalfPoint = readonly [x: number, y: number];

/** Positive where the way over `b` turns towards rising y. */
function turn(a: HalfPoint, b: HalfPoint, c: HalfPoint): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/** One side of the hull of points in order (Andrew 1979). */
function hullChain(points: readonly HalfPoint[]): HalfPoint[] {
  const chain: HalfPoint[] = [];
  for (const point of points) {
    while (chain.length > 1 && turn(chain[chain.length - 2], chain[chain.length - 1], point) <= 0) {
      chain.pop();
    }
    chain.push(point);
  }
  return chain;
}

/** The outermost pixels of each row of an object, from its first row on. */
interface RowEnds {
  top: number;
  left: number[];
  right: number[];
}

function rowEnds({ width, height, data }: LabelImage): Map<number, RowEnds> {
  const objects = new Map<number, RowEnds>();
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const id = data[y * width + x];
      if (id === 0) continue;
      let ends = objects.get(id);
      if (!ends) {
        ends = { top: y, left: [], right: [] };
        objects.set(id, ends);
      }
      const row = y - ends.top;
      ends.left[row] = Math.min(ends.left[row] ?? x, x);
      ends.right[row] = x;
    }
  }
  return objects;
}

/** The middles of the sides of an object's outermost pixels, by rising y. */
function hullPoints({ top, left, right }: RowEnds): HalfPoint[] {
  const points: HalfPoint[] = [];
  left.forEach((from, row) => {
    const y = 2 * (top + row);
    for (const x of [2 * from, 2 * right[row]]) {
      points.push([x, y - 1], [x - 1, y], [x + 1, y], [x, y + 1]);
    }
  });
  return points.sort((a, b) => a[1] - b[1] || a[0] - b[0]);
}

/** Pixels whose centres lie in a hull or on its edge: from row to row between its two chains. */
function pixelsInHull(points: readonly HalfPoint[]): number {
  const rising = hullChain(points);
  const falling = hullChain([...points].reverse());
  const bounds = new Map<number, [least: number, most: number]>();
  for (const chain of [rising, falling]) {
    for (let i = 1; i < chain.length; i++) {
      const [a, b] =
        chain[i][1] > chain[i - 1][1] ? [chain[i - 1], chain[i]] : [chain[i], chain[i - 1]];
      const rise = b[1] - a[1];
      for (let y = a[1] + (a[1] & 1); y <= b[1]; y += 2) {
        // Twice the x of the edge at this row, times the rise: whole numbers all the way.
        const x = rise === 0 ? a[0] : a[0] * rise + (y - a[1]) * (b[0] - a[0]);
        const unit = 2 * (rise || 1);
        const [least, most] = bounds.get(y) ?? [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
        bounds.set(y, [Math.min(least, Math.ceil(x / unit)), Math.max(most, Math.floor(x / unit))]);
      }
    }
  }
  let pixels = 0;
  for (const [least, most] of bounds.values()) pixels += Math.max(0, most - least + 1);
  return pixels;
}

/**
 * Pixels in the convex hull of each object, by id: those whose centres the hull of the middles of its pixels' sides holds, as
 * scikit-image's `area_convex`. An object's area over it is its solidity.
 */
export function instanceHullAreas(labels: LabelImage): Map<number, number> {
  const areas = new Map<number, number>();
  for (const [id, ends] of rowEnds(labels)) areas.set(id, pixelsInHull(hullPoints(ends)));
  return areas;
}
