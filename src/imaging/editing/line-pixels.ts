import type { MapPoint } from './brush.ts';

/** Steps to the next side of a pixel in one direction: where it comes first, and how far the sides are apart. */
function sides(from: number, along: number): [first: number, apart: number] {
  if (along === 0) return [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const inside = from - Math.floor(from);
  return [(along > 0 ? 1 - inside : inside) / Math.abs(along), 1 / Math.abs(along)];
}

/**
 * The pixels of a map that a line goes through, each joined to the next by a side (Amanatides and Woo 1987), so that
 * no way of eight neighbours leads across.
 * @returns Places in the map.
 */
export function linePixels(
  { width, height }: { width: number; height: number },
  points: readonly MapPoint[],
): Set<number> {
  const pixels = new Set<number>();
  const put = (x: number, y: number) => {
    if (x >= 0 && y >= 0 && x < width && y < height) pixels.add(y * width + x);
  };
  points.forEach((from, i) => {
    const to = points[i + 1] ?? from;
    let x = Math.floor(from.x);
    let y = Math.floor(from.y);
    const lastX = Math.floor(to.x);
    const lastY = Math.floor(to.y);
    const [firstX, apartX] = sides(from.x, to.x - from.x);
    const [firstY, apartY] = sides(from.y, to.y - from.y);
    let nextX = firstX;
    let nextY = firstY;
    put(x, y);
    for (let steps = Math.abs(lastX - x) + Math.abs(lastY - y); steps > 0; steps--) {
      // At the end of one direction only the other is left, whatever rounding says.
      if (y === lastY || (x !== lastX && nextX < nextY)) {
        nextX += apartX;
        x += Math.sign(lastX - x);
      } else {
        nextY += apartY;
        y += Math.sign(lastY - y);
      }
      put(x, y);
    }
  });
  return pixels;
}
