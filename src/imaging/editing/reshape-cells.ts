import { distanceTransform } from '../distance-transform.ts';
import { fillHoles } from '../fill-holes.ts';
import { gaussianBlur } from '../gaussian-blur.ts';
import { eachPixelIn, maskOfCell } from './cell-pixels.ts';
import type { StrokeRecorder } from './stroke-recorder.ts';
import { mayTake, type WriteMode } from './write-ink.ts';

/** Everything but the cell, so that distances count from it. */
function around(mask: { width: number; height: number; data: Uint8Array }) {
  const data = mask.data.map((level) => 255 - level);
  return { width: mask.width, height: mask.height, channels: 1 as const, data };
}

/**
 * Grows cells by a distance, or shrinks them by it when it is negative; the sides of the map are no outline. Cells that
 * grow towards each other share the room between them evenly. Scans the boxes of the cells.
 */
export function growCells(
  recorder: StrokeRecorder,
  ids: readonly number[],
  pixels: number,
  mode: WriteMode,
): void {
  const reach = Math.abs(pixels);
  const wanted: { distance: number; x: number; y: number; id: number }[] = [];
  for (const id of ids) {
    const cell = maskOfCell(recorder, id, Math.ceil(reach) + 1);
    if (!cell) continue;
    const distances = distanceTransform(pixels > 0 ? around(cell.mask) : cell.mask);
    eachPixelIn(cell.box, (x, y, at) => {
      const isCell = cell.mask.data[at] !== 0;
      if (isCell === pixels > 0 || distances[at] > reach) return;
      if (isCell) recorder.setLabel(x, y, 0);
      else wanted.push({ distance: distances[at], x, y, id });
    });
  }
  const growing = new Set(ids);
  wanted.sort((a, b) => a.distance - b.distance);
  // What was background when it began: cells of one operation do not take from each other.
  const before = wanted.map(
    ({ x, y }) => recorder.painting.labels[y * recorder.painting.width + x],
  );
  wanted.forEach(({ x, y, id }, i) => {
    const isStill = recorder.painting.labels[y * recorder.painting.width + x] === before[i];
    const isTheirs = growing.has(before[i]);
    if (isStill && !isTheirs && mayTake(recorder, x, y, id, mode)) recorder.setLabel(x, y, id);
  });
}

/**
 * Evens out the outlines of cells: the blur of the cell's mask, cut at a half.
 * @param radius Standard deviation of the blur in pixels.
 */
export function smoothCells(
  recorder: StrokeRecorder,
  ids: readonly number[],
  radius: number,
  mode: WriteMode,
): void {
  for (const id of ids) {
    const cell = maskOfCell(recorder, id, Math.ceil(3 * radius));
    if (!cell) continue;
    const { width, height, data } = cell.mask;
    const blurred = gaussianBlur(Float32Array.from(data), width, height, radius);
    eachPixelIn(cell.box, (x, y, at) => {
      const isCell = data[at] !== 0;
      const becomesCell = blurred[at] > 127.5;
      if (isCell && !becomesCell) recorder.setLabel(x, y, 0);
      if (!isCell && becomesCell && mayTake(recorder, x, y, id, mode)) {
        recorder.setLabel(x, y, id);
      }
    });
  }
}

/**
 * Fills the background that a cell encloses (four neighbours); cells in it stay.
 * @param nucleus 1: the holes become its nuclei, as in masks of rings.
 */
export function fillCellHoles(
  recorder: StrokeRecorder,
  ids: readonly number[],
  nucleus: 0 | 1,
): void {
  const { labels, width } = recorder.painting;
  for (const id of ids) {
    const cell = maskOfCell(recorder, id, 1);
    if (!cell) continue;
    const filled = fillHoles(cell.mask);
    eachPixelIn(cell.box, (x, y, at) => {
      const isHole = filled.data[at] !== 0 && cell.mask.data[at] === 0;
      if (isHole && labels[y * width + x] === 0) recorder.write(x, y, id, nucleus);
    });
  }
}

/** Gives cells a nucleus: what is left of them further than so many pixels from their outline. */
export function makeNuclei(recorder: StrokeRecorder, ids: readonly number[], pixels: number): void {
  for (const id of ids) {
    const cell = maskOfCell(recorder, id, 1);
    if (!cell) continue;
    const distances = distanceTransform(cell.mask);
    eachPixelIn(cell.box, (x, y, at) => {
      if (cell.mask.data[at] !== 0) recorder.setNucleus(x, y, distances[at] > pixels ? 1 : 0);
    });
  }
}
