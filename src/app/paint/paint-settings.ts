import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { WriteMode } from '../../imaging/editing/write-ink.ts';

/** What a stroke that starts on a cell paints: that cell, or a new one as everywhere else. */
export type StrokeTarget = 'continue' | 'new';

/** How a person paints; kept in the browser. */
interface PaintSettings {
  /** Diameters in map pixels: brush and nucleus brush share one, the eraser has its own. */
  brushSize: number;
  eraserSize: number;
  /** 0..1 */
  hardness: number;
  writeMode: WriteMode;
  strokes: StrokeTarget;
  /** Pen pressure sets the size. */
  usesPressure: boolean;
}

/** Diameters in map pixels. */
export const SMALLEST_BRUSH = 1;
export const LARGEST_BRUSH = 200;

/** In the order of their keys, 1 to 3. */
export const WRITE_MODES: readonly WriteMode[] = ['overwrite', 'keep-others', 'exclude'];

/** The settings as the palette, the inspector and the keys change them. */
export const usePaintSettings = create<PaintSettings>()(
  persist(
    () => ({
      brushSize: 12,
      eraserSize: 16,
      hardness: 1,
      writeMode: 'keep-others' as WriteMode,
      strokes: 'continue' as StrokeTarget,
      usesPressure: true as boolean,
    }),
    { name: 'cytoforge.paint' },
  ),
);

/** Changes the settings. */
export const setPaintSettings = usePaintSettings.setState;

/** A diameter one step smaller or larger: single pixels while it is small, a tenth when it is large. */
export function stepSize(size: number, by: 1 | -1): number {
  const next = size + by * Math.max(1, Math.round(size / 10));
  return Math.min(LARGEST_BRUSH, Math.max(SMALLEST_BRUSH, next));
}
