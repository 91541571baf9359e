import type { ByteImage } from '../image.ts';
import { growBox, type PixelBox } from './pixel-box.ts';
import type { StrokeRecorder } from './stroke-recorder.ts';

/** Calls back for every pixel of a cell, which may be changed then; scans its box. */
export function eachPixelOf(
  { painting, shapes }: StrokeRecorder,
  id: number,
  visit: (x: number, y: number, at: number) => void,
): void {
  const box = shapes.boxOf(id);
  if (!box) return;
  const { x: left, y: top, width, height }: PixelBox = box;
  for (let y = top; y < top + height; y++) {
    for (let x = left; x < left + width; x++) {
      const at = y * painting.width + x;
      if (painting.labels[at] === id) visit(x, y, at);
    }
  }
}

/** A cell cut out: 255 where it is, with its box on the map. */
export interface CellMask {
  box: PixelBox;
  mask: ByteImage;
}

/**
 * A cell as a mask of its own, with so much of the map around it; null when there is no such cell.
 * @param margin Pixels, less at the map's sides.
 */
export function maskOfCell(
  { painting, shapes }: StrokeRecorder,
  id: number,
  margin: number,
): CellMask | null {
  const own = shapes.boxOf(id);
  const box = own && growBox(own, margin, painting);
  if (!box) return null;
  const { x, y, width, height } = box;
  const data = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (painting.labels[(y + row) * painting.width + x + column] === id) {
        data[row * width + column] = 255;
      }
    }
  }
  return { box, mask: { width, height, channels: 1, data } };
}

/** Calls back for every pixel of a box, with its place in the box's own row-major array. */
export function eachPixelIn(
  box: PixelBox,
  visit: (x: number, y: number, at: number) => void,
): void {
  for (let row = 0; row < box.height; row++) {
    for (let column = 0; column < box.width; column++) {
      visit(box.x + column, box.y + row, row * box.width + column);
    }
  }
}
