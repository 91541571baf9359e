import type { PanelCanvas } from './draw-map.ts';
import { type Placement, type Point, toPanel } from './viewing.ts';

const LIGHT = '#ffffffe6';
const DARK = '#000000b3';
const CROSS = 10;

/** Strokes the current path light on dark, so that it is seen on every colour. */
function strokeTwice(context: CanvasRenderingContext2D, width: number): void {
  context.lineWidth = width + 2;
  context.strokeStyle = DARK;
  context.stroke();
  context.lineWidth = width;
  context.strokeStyle = LIGHT;
  context.stroke();
}

/** The brush as a ring of its true size; so small that it would not be seen, a cross. */
export function drawRing(
  { context }: PanelCanvas,
  place: Placement,
  at: Point,
  radius: number,
): void {
  const { x, y } = toPanel(place, at);
  const onScreen = Math.max(radius * place.scale, 0.5);
  context.beginPath();
  if (onScreen >= 2) context.arc(x, y, onScreen, 0, 2 * Math.PI);
  if (onScreen < 4) {
    context.moveTo(x - CROSS / 2, y);
    context.lineTo(x + CROSS / 2, y);
    context.moveTo(x, y - CROSS / 2);
    context.lineTo(x, y + CROSS / 2);
  }
  strokeTwice(context, 1);
}

/** The keyboard's place: a frame around its pixel and a cross. */
export function drawCrosshair({ context }: PanelCanvas, place: Placement, pixel: Point): void {
  const corner = toPanel(place, { x: Math.floor(pixel.x), y: Math.floor(pixel.y) });
  const side = Math.max(place.scale, 3);
  const middle = { x: corner.x + side / 2, y: corner.y + side / 2 };
  context.beginPath();
  context.rect(corner.x, corner.y, side, side);
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ]) {
    const from = side / 2 + 3;
    context.moveTo(middle.x + dx * from, middle.y + dy * from);
    context.lineTo(middle.x + dx * (from + CROSS), middle.y + dy * (from + CROSS));
  }
  strokeTwice(context, 1.5);
}

/** A line through map points: a lasso, a polygon or a cut on its way, with its corners. */
export function drawTrail(
  { context }: PanelCanvas,
  place: Placement,
  points: readonly Point[],
  { closed, corners }: { closed: boolean; corners: boolean },
): void {
  if (points.length === 0) return;
  context.beginPath();
  for (const [i, point] of points.entries()) {
    const { x, y } = toPanel(place, point);
    if (i === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  if (closed) context.closePath();
  strokeTwice(context, 1.5);
  if (!corners) return;
  for (const point of points) {
    const { x, y } = toPanel(place, point);
    context.beginPath();
    context.rect(x - 2.5, y - 2.5, 5, 5);
    context.fillStyle = LIGHT;
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = DARK;
    context.stroke();
  }
}
