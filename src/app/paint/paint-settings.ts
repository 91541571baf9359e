import * as v from 'valibot';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { WriteMode } from '../../imaging/editing/write-ink.ts';
import { localSettings } from '../stage/local-settings.ts';

/** What a stroke that starts on a cell paints: that cell, or a new one as everywhere else. */
export type StrokeTarget = 'continue' | 'new';

/** How a person paints; kept in the browser. */
export interface PaintSettings {
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

/** What a fresh page paints with. */
export const FRESH_SETTINGS: PaintSettings = {
  brushSize: 12,
  eraserSize: 16,
  hardness: 1,
  writeMode: 'keep-others',
  strokes: 'continue',
  usesPressure: true,
};

const size = v.pipe(v.number(), v.minValue(SMALLEST_BRUSH), v.maxValue(LARGEST_BRUSH));
const stored = v.object({
  brushSize: v.fallback(size, FRESH_SETTINGS.brushSize),
  eraserSize: v.fallback(size, FRESH_SETTINGS.eraserSize),
  hardness: v.fallback(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), FRESH_SETTINGS.hardness),
  writeMode: v.fallback(
    v.picklist(['overwrite', 'keep-others', 'exclude']),
    FRESH_SETTINGS.writeMode,
  ),
  strokes: v.fallback(v.picklist(['continue', 'new']), FRESH_SETTINGS.strokes),
  usesPressure: v.fallback(v.boolean(), FRESH_SETTINGS.usesPressure),
});

/** Kept settings as far as they make sense; the rest as of a fresh page. */
export function readPaintSettings(kept: unknown): PaintSettings {
  const result = v.safeParse(stored, kept ?? {});
  return result.success ? result.output : FRESH_SETTINGS;
}

/** The settings as the inspector and the keys change them. */
export const usePaintSettings = create<PaintSettings>()(
  persist(() => FRESH_SETTINGS, {
    name: 'cytoforge.paint',
    storage: localSettings<PaintSettings>(),
    merge: readPaintSettings,
  }),
);

/** Changes the settings. */
export const setPaintSettings = usePaintSettings.setState;

/** A diameter one step smaller or larger: single pixels while it is small, a tenth when it is large. */
export function stepSize(diameter: number, by: 1 | -1): number {
  const next = diameter + by * Math.max(1, Math.round(diameter / 10));
  return Math.min(LARGEST_BRUSH, Math.max(SMALLEST_BRUSH, next));
}
