import type { Ink, WriteMode } from '../../../imaging/editing/write-ink.ts';
import type { StrokeTarget } from '../paint-settings.ts';

/** What decides on the label of a stroke. */
export interface InkChoice {
  /** Id under the beginning; 0 is background. */
  under: number;
  /** Picked by hand; null by the settings. */
  active: number | null;
  strokes: StrokeTarget;
  /** Null when all ids are taken. */
  next: number | null;
}

/** The label that a stroke of the brush paints; null when there is none to give. */
export function labelOfStroke({ under, active, strokes, next }: InkChoice): number | null {
  if (active !== null) return active;
  return strokes === 'continue' && under !== 0 ? under : next;
}

/**
 * What the eraser and the nucleus brush write: unless they may touch all, only the cell they began on.
 * @param under id under the beginning; 0 is background
 */
export function inkWithin(
  kind: 'erase' | 'nucleus' | 'erase-nucleus',
  under: number,
  mode: WriteMode,
): Ink {
  return { kind, only: mode === 'overwrite' || under === 0 ? null : under };
}
