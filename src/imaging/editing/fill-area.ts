import type { MapPoint } from './brush.ts';
import { clipBox, type PixelBox } from './pixel-box.ts';
import type { StrokeRecorder } from './stroke-recorder.ts';
import { type Ink, type WriteMode, writeInk } from './write-ink.ts';

/** Where a polygon's sides cross the middle of a row, from left to right. */
function crossings(points: readonly MapPoint[], middle: number): number[] {
  const found: number[] = [];
  points.forEach((from, i) => {
    const to = points[(i + 1) % points.length];
    if (from.y <= middle === to.y <= middle) return;
    found.push(from.x + ((middle - from.y) / (to.y - from.y)) * (to.x - from.x));
  });
  return found.sort((a, b) => a - b);
}

/** Fills a polygon: pixels whose middle is inside by the even-odd rule. Looks at its box alone. */
export function fillPolygon(
  recorder: StrokeRecorder,
  points: readonly MapPoint[],
  ink: Ink,
  mode: WriteMode,
): void {
  const { width, height } = recorder.painting;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const { y } of points) {
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, Math.ceil(bottom)); y++) {
    const found = crossings(points, y + 0.5);
    for (let pair = 0; pair + 1 < found.length; pair += 2) {
      const first = Math.max(0, Math.ceil(found[pair] - 0.5));
      const end = Math.min(width, Math.ceil(found[pair + 1] - 0.5));
      for (let x = first; x < end; x++) writeInk(recorder, x, y, ink, mode);
    }
  }
}

/** Fills a rectangle: pixels whose middle is inside. */
export function fillRectangle(
  recorder: StrokeRecorder,
  { x, y, width, height }: PixelBox,
  ink: Ink,
  mode: WriteMode,
): void {
  const corners = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
  fillPolygon(recorder, corners, ink, mode);
}

/** Fills the ellipse that a box holds: pixels whose middle is inside. */
export function fillEllipse(
  recorder: StrokeRecorder,
  box: PixelBox,
  ink: Ink,
  mode: WriteMode,
): void {
  const inside = clipBox(box, recorder.painting);
  if (!inside) return;
  const middleX = box.x + box.width / 2;
  const middleY = box.y + box.height / 2;
  for (let y = inside.y; y < inside.y + inside.height; y++) {
    for (let x = inside.x; x < inside.x + inside.width; x++) {
      const across = (x + 0.5 - middleX) / (box.width / 2);
      const down = (y + 0.5 - middleY) / (box.height / 2);
      if (across * across + down * down <= 1) writeInk(recorder, x, y, ink, mode);
    }
  }
}
