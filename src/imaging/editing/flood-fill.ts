import type { Painting } from './painting.ts';
import type { StrokeRecorder } from './stroke-recorder.ts';
import { type Ink, type WriteMode, writeInk } from './write-ink.ts';

/**
 * The connected pixels (four neighbours) like the one at a point: of the same id and, if told apart, both nucleus or
 * both not. Looks at them and their neighbours alone.
 * @returns Their places in the map; empty outside of it.
 */
export function regionAt(
  { width, height, labels, nuclei }: Painting,
  x: number,
  y: number,
  tellsNuclei: boolean,
): number[] {
  if (x < 0 || y < 0 || x >= width || y >= height) return [];
  const start = y * width + x;
  const isLike = (at: number) =>
    labels[at] === labels[start] && (!tellsNuclei || nuclei[at] === nuclei[start]);
  const seen = new Uint8Array(width * height);
  const region = [start];
  seen[start] = 1;
  const visit = (at: number) => {
    if (seen[at] === 1 || !isLike(at)) return;
    seen[at] = 1;
    region.push(at);
  };
  for (let next = 0; next < region.length; next++) {
    const at = region[next];
    const column = at % width;
    if (column > 0) visit(at - 1);
    if (column < width - 1) visit(at + 1);
    if (at >= width) visit(at - width);
    if (at < labels.length - width) visit(at + width);
  }
  return region;
}

/** Fills the region at a point: a piece of background (a hole, say), a cell, or a nucleus under a nucleus ink. */
export function floodFill(
  recorder: StrokeRecorder,
  x: number,
  y: number,
  ink: Ink,
  mode: WriteMode,
): void {
  const { painting } = recorder;
  const tellsNuclei = ink.kind === 'nucleus' || ink.kind === 'erase-nucleus';
  for (const at of regionAt(painting, Math.floor(x), Math.floor(y), tellsNuclei)) {
    writeInk(recorder, at % painting.width, Math.floor(at / painting.width), ink, mode);
  }
}
