import type { LabelImage } from '../image.ts';
import { labelComponents } from '../label-components.ts';
import { watershedSplit } from '../watershed-split.ts';
import type { MapPoint } from './brush.ts';
import { type CellMask, eachPixelIn, eachPixelOf, maskOfCell } from './cell-pixels.ts';
import { freeIds } from './free-ids.ts';
import { linePixels } from './line-pixels.ts';
import type { StrokeRecorder } from './stroke-recorder.ts';

/**
 * Gives the parts of a cell ids of their own: the largest keeps the cell's.
 * @param parts Of the cell's box: 0 leaves a pixel as it is.
 * @returns The cell by each new id.
 */
function nameParts(
  recorder: StrokeRecorder,
  id: number,
  { box }: CellMask,
  parts: LabelImage,
  nextFree: () => number,
): Map<number, number> {
  const areas = new Map<number, number>();
  for (const part of parts.data) if (part !== 0) areas.set(part, (areas.get(part) ?? 0) + 1);
  const [, ...others] = [...areas].sort((a, b) => b[1] - a[1]).map(([part]) => part);
  const ids = new Map(others.map((part) => [part, nextFree()]));
  const { labels, nuclei, width } = recorder.painting;
  eachPixelIn(box, (x, y, at) => {
    const newId = ids.get(parts.data[at]);
    const there = y * width + x;
    if (newId !== undefined && labels[there] === id) recorder.write(x, y, newId, nuclei[there]);
  });
  return new Map([...ids.values()].map((newId) => [newId, id]));
}

/** How much of a neck is asked for, first as in masks of a generator, then less: a person who asks sees one. */
const DEPTHS = [
  {},
  { depth: 0.04, smallestDepth: 0.25 },
  { depth: 0.01, smallestDepth: 0.1, smoothing: 0.05 },
];

/**
 * Splits cells at their necks (`watershedSplit`); a cell without one stays whole. Scans the cells' boxes.
 * @returns The cell by each new id.
 */
export function splitCells(recorder: StrokeRecorder, ids: readonly number[]): Map<number, number> {
  const nextFree = freeIds(recorder.shapes);
  const cameFrom = new Map<number, number>();
  for (const id of ids) {
    const cell = maskOfCell(recorder, id, 1);
    if (!cell) continue;
    for (const options of DEPTHS) {
      const named = nameParts(recorder, id, cell, watershedSplit(cell.mask, options), nextFree);
      for (const [newId, from] of named) cameFrom.set(newId, from);
      if (named.size > 0) break;
    }
  }
  return cameFrom;
}

/**
 * Gives every piece (eight neighbours) of a cell in several an id of its own; the largest keeps the cell's.
 * @returns The cell by each new id.
 */
export function separatePieces(
  recorder: StrokeRecorder,
  ids: readonly number[],
): Map<number, number> {
  const nextFree = freeIds(recorder.shapes);
  const cameFrom = new Map<number, number>();
  for (const id of ids) {
    const cell = maskOfCell(recorder, id, 0);
    if (!cell) continue;
    const named = nameParts(recorder, id, cell, labelComponents(cell.mask), nextFree);
    for (const [newId, from] of named) cameFrom.set(newId, from);
  }
  return cameFrom;
}

/** Spreads the parts over the pixels of the cut, the nearest first. */
function closeCut(parts: LabelImage, cut: number[]): void {
  const { width, height, data } = parts;
  let open = cut;
  while (open.length > 0) {
    const taken: [at: number, part: number][] = [];
    for (const at of open) {
      const x = at % width;
      const y = (at - x) / width;
      for (const [nx, ny] of [
        [x - 1, y],
        [x + 1, y],
        [x, y - 1],
        [x, y + 1],
      ]) {
        if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
        const part = data[ny * width + nx];
        if (part !== 0) {
          taken.push([at, part]);
          break;
        }
      }
    }
    if (taken.length === 0) return;
    for (const [at, part] of taken) data[at] = part;
    open = open.filter((at) => data[at] === 0);
  }
}

function cutOne(
  recorder: StrokeRecorder,
  id: number,
  line: ReadonlySet<number>,
  nextFree: () => number,
): Map<number, number> {
  const cell = maskOfCell(recorder, id, 0);
  if (!cell) return new Map();
  const { box, mask } = cell;
  const cut: number[] = [];
  eachPixelIn(box, (x, y, at) => {
    if (mask.data[at] !== 0 && line.has(y * recorder.painting.width + x)) cut.push(at);
  });
  for (const at of cut) mask.data[at] = 0;
  const parts = labelComponents(mask);
  const beside = new Set<number>();
  for (const at of cut) {
    const x = at % mask.width;
    if (x > 0) beside.add(parts.data[at - 1]);
    if (x < mask.width - 1) beside.add(parts.data[at + 1]);
    if (at >= mask.width) beside.add(parts.data[at - mask.width]);
    if (at < parts.data.length - mask.width) beside.add(parts.data[at + mask.width]);
  }
  closeCut(parts, cut);
  // What the line does not reach stays with the cell.
  parts.data.forEach((part, at) => {
    if (!beside.has(part)) parts.data[at] = 0;
  });
  return nameParts(recorder, id, cell, parts, nextFree);
}

/**
 * Cuts cells along a line drawn through them, without losing a pixel: those of the line go to the part they lie beside.
 * A line that ends inside a cell does not cut it. Looks at the line and the boxes of the cells it crosses.
 * @param ids Null for all that the line crosses.
 * @returns The cell by each new id.
 */
export function cutCells(
  recorder: StrokeRecorder,
  ids: readonly number[] | null,
  points: readonly MapPoint[],
): Map<number, number> {
  const { painting } = recorder;
  const line = linePixels(painting, points);
  const crossed = new Set(Array.from(line, (at) => painting.labels[at]));
  crossed.delete(0);
  const nextFree = freeIds(recorder.shapes);
  const cameFrom = new Map<number, number>();
  for (const id of ids ?? [...crossed].sort((a, b) => a - b)) {
    if (!crossed.has(id)) continue;
    for (const [newId, from] of cutOne(recorder, id, line, nextFree)) cameFrom.set(newId, from);
  }
  return cameFrom;
}

/**
 * Makes several cells one, with the first of the ids; their pixels and nuclei stay. Scans their boxes.
 * @returns That id; null when none of them is there.
 */
export function mergeCells(recorder: StrokeRecorder, ids: readonly number[]): number | null {
  const [into, ...others] = ids.filter((id) => recorder.shapes.areaOf(id) > 0);
  const { nuclei } = recorder.painting;
  for (const id of others) {
    eachPixelOf(recorder, id, (x, y, at) => recorder.write(x, y, into, nuclei[at]));
  }
  return into ?? null;
}
