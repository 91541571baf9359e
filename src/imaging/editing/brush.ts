import { clipBox } from './pixel-box.ts';
import { softenRim } from './soften-rim.ts';
import type { StrokeRecorder } from './stroke-recorder.ts';
import { type Ink, type WriteMode, writeInk } from './write-ink.ts';

/** A point of the map in pixels; 0 is the left (upper) side of the first pixel, 0.5 its middle. */
export interface MapPoint {
  x: number;
  y: number;
}

/** A point of a stroke. */
export interface StrokePoint extends MapPoint {
  /** Of a pen, 0..1: scales the diameter. 1 where it is not known. */
  pressure?: number;
}

/** A round brush. */
export interface Brush {
  /** Pixels, at least 1. */
  diameter: number;
  /**
   * 0..1: the share of the radius that is painted for sure. A pixel has one id or another, so beyond it the brush is
   * soft in shape, not in opacity: the rim is taken only where most neighbours are painted already (`softenRim`), which
   * evens out an outline instead of bulging it.
   */
  hardness: number;
  ink: Ink;
  mode: WriteMode;
}

/** Calls back for every pixel of the map whose middle is within the radius of a segment; the two radii blend along it. */
function eachPixelAlong(
  size: { width: number; height: number },
  from: MapPoint,
  to: MapPoint,
  radii: [from: number, to: number],
  visit: (x: number, y: number) => void,
): void {
  const reach = Math.max(...radii);
  const left = Math.min(from.x, to.x) - reach;
  const top = Math.min(from.y, to.y) - reach;
  const box = clipBox(
    {
      x: left,
      y: top,
      width: Math.max(from.x, to.x) + reach - left,
      height: Math.max(from.y, to.y) + reach - top,
    },
    size,
  );
  if (!box) return;
  const alongX = to.x - from.x;
  const alongY = to.y - from.y;
  const squaredLength = alongX * alongX + alongY * alongY;
  const inverse = squaredLength === 0 ? 0 : 1 / squaredLength;
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++) {
      const dx = x + 0.5 - from.x;
      const dy = y + 0.5 - from.y;
      const share = Math.min(1, Math.max(0, (dx * alongX + dy * alongY) * inverse));
      const offX = dx - share * alongX;
      const offY = dy - share * alongY;
      const radius = radii[0] + share * (radii[1] - radii[0]);
      if (offX * offX + offY * offY <= radius * radius) visit(x, y);
    }
  }
}

function radiusAt({ diameter }: Brush, { pressure = 1 }: StrokePoint): number {
  return Math.max(1, diameter * pressure) / 2;
}

/**
 * Paints one segment of a stroke: every pixel whose middle lies within the brush's radius of it, so that there are no
 * gaps, however fast the pointer. Both ends the same are a dab, which paints at least the pixel it is in.
 * Looks at the box of the segment alone.
 */
export function paintSegment(
  recorder: StrokeRecorder,
  brush: Brush,
  from: StrokePoint,
  to: StrokePoint,
): void {
  const { painting } = recorder;
  const { ink, mode } = brush;
  const write = (x: number, y: number) => writeInk(recorder, x, y, ink, mode);
  for (const { x, y } of [from, to]) {
    const column = Math.floor(x);
    const row = Math.floor(y);
    const isInside = column >= 0 && row >= 0 && column < painting.width && row < painting.height;
    if (isInside) write(column, row);
  }
  const radii: [number, number] = [radiusAt(brush, from), radiusAt(brush, to)];
  const core = Math.min(1, Math.max(0, brush.hardness));
  const cores: [number, number] = [Math.max(0.5, radii[0] * core), Math.max(0.5, radii[1] * core)];
  eachPixelAlong(painting, from, to, cores, write);
  if (core === 1) return;
  const rim: number[] = [];
  eachPixelAlong(painting, from, to, radii, (x, y) => rim.push(x, y));
  softenRim(recorder, rim, ink, mode);
}
