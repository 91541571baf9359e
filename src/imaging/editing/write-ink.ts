import type { StrokeRecorder } from './stroke-recorder.ts';

/** What is painted. */
export type Ink =
  | { kind: 'cell'; label: number }
  /** Background, of one cell or of all (null). */
  | { kind: 'erase'; only: number | null }
  /** The second class, within one cell or within all. */
  | { kind: 'nucleus'; only: number | null }
  | { kind: 'erase-nucleus'; only: number | null };

/**
 * What happens to pixels of other cells under the ink of a cell: `overwrite` takes them; `keep-others` leaves them;
 * `exclude` leaves them, and the background next to them (eight neighbours) too, so that cells never touch. Other inks
 * have `only` instead.
 */
export type WriteMode = 'overwrite' | 'keep-others' | 'exclude';

/** Whether one of the eight neighbours belongs to another cell. */
function touchesOther(recorder: StrokeRecorder, x: number, y: number, label: number): boolean {
  const { width, height, labels } = recorder.painting;
  const right = Math.min(width - 1, x + 1);
  const bottom = Math.min(height - 1, y + 1);
  for (let ny = Math.max(0, y - 1); ny <= bottom; ny++) {
    for (let nx = Math.max(0, x - 1); nx <= right; nx++) {
      const other = labels[ny * width + nx];
      if (other !== 0 && other !== label) return true;
    }
  }
  return false;
}

/** Whether a cell may have a pixel of the map, by the mode. */
export function mayTake(
  recorder: StrokeRecorder,
  x: number,
  y: number,
  label: number,
  mode: WriteMode,
): boolean {
  if (mode === 'overwrite') return true;
  const old = recorder.painting.labels[y * recorder.painting.width + x];
  if (old === label) return true;
  if (old !== 0) return false;
  return mode === 'keep-others' || !touchesOther(recorder, x, y, label);
}

/** Puts ink on one pixel of the map, where the mode allows it. */
export function writeInk(
  recorder: StrokeRecorder,
  x: number,
  y: number,
  ink: Ink,
  mode: WriteMode,
): void {
  if (ink.kind === 'cell') {
    if (mayTake(recorder, x, y, ink.label, mode)) recorder.setLabel(x, y, ink.label);
    return;
  }
  const old = recorder.painting.labels[y * recorder.painting.width + x];
  if (old === 0 || (ink.only !== null && ink.only !== old)) return;
  if (ink.kind === 'erase') recorder.setLabel(x, y, 0);
  else recorder.setNucleus(x, y, ink.kind === 'nucleus' ? 1 : 0);
}
