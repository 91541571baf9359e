import type { StrokeRecorder } from './stroke-recorder.ts';
import { type Ink, type WriteMode, writeInk } from './write-ink.ts';

/** Of eight neighbours: more than along a straight edge, as in the notch of an outline. */
const MOST = 5;

/** Whether a pixel looks as the ink makes it look. */
function isInked({ painting }: StrokeRecorder, at: number, ink: Ink): boolean {
  if (ink.kind === 'cell') return painting.labels[at] === ink.label;
  if (ink.kind === 'erase') return painting.labels[at] === 0;
  if (ink.kind === 'nucleus') return painting.nuclei[at] === 1;
  return painting.nuclei[at] === 0;
}

function inkedNeighbours(recorder: StrokeRecorder, x: number, y: number, ink: Ink): number {
  const { width, height } = recorder.painting;
  let count = 0;
  for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
    for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
      if ((nx !== x || ny !== y) && isInked(recorder, ny * width + nx, ink)) count += 1;
    }
  }
  return count;
}

/**
 * The soft part of a brush on a map of ids: of the pixels under it, those get the ink that have it on five of their
 * eight neighbours. Notches and steps of an outline close, a straight edge stays where it is.
 * @param rim `x, y` of each pixel under the brush.
 */
export function softenRim(
  recorder: StrokeRecorder,
  rim: readonly number[],
  ink: Ink,
  mode: WriteMode,
): void {
  const taken: number[] = [];
  for (let i = 0; i < rim.length; i += 2) {
    if (inkedNeighbours(recorder, rim[i], rim[i + 1], ink) >= MOST) taken.push(rim[i], rim[i + 1]);
  }
  for (let i = 0; i < taken.length; i += 2) writeInk(recorder, taken[i], taken[i + 1], ink, mode);
}
