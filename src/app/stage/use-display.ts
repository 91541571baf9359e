import * as v from 'valibot';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { type Display, PLAIN_DISPLAY } from '../../imaging/display-levels.ts';
import { LOOKUP_TABLES } from '../../imaging/lookup-tables.ts';
import { localSettings } from './local-settings.ts';

/** How the overlay shows cells above the image: their outlines, or their area filled. */
export const OVERLAY_STYLES = ['outlines', 'tint'] as const;

/** How images are shown in every workspace; it is of the view and never of the data. */
export interface DisplaySettings extends Display {
  overlayStyle: (typeof OVERLAY_STYLES)[number];
  /** Of outlines and of filled areas, 0 to 1. */
  outlinesOpacity: number;
  tintOpacity: number;
}

/** Least and most gamma. */
export const GAMMA_RANGE = { min: 0.2, max: 4 };

/** What a fresh page shows. */
export const DEFAULT_DISPLAY: DisplaySettings = {
  ...PLAIN_DISPLAY,
  overlayStyle: 'outlines',
  outlinesOpacity: 1,
  tintOpacity: 0.4,
};

const within = (min: number, max: number, otherwise: number) =>
  v.fallback(v.pipe(v.number(), v.minValue(min), v.maxValue(max)), otherwise);

const stored = v.pipe(
  v.object({
    lut: v.fallback(v.picklist(LOOKUP_TABLES), DEFAULT_DISPLAY.lut),
    gamma: within(GAMMA_RANGE.min, GAMMA_RANGE.max, DEFAULT_DISPLAY.gamma),
    black: within(0, 254, DEFAULT_DISPLAY.black),
    white: within(1, 255, DEFAULT_DISPLAY.white),
    overlayStyle: v.fallback(v.picklist(OVERLAY_STYLES), DEFAULT_DISPLAY.overlayStyle),
    outlinesOpacity: within(0, 1, DEFAULT_DISPLAY.outlinesOpacity),
    tintOpacity: within(0, 1, DEFAULT_DISPLAY.tintOpacity),
  }),
  v.transform((settings) =>
    settings.black < settings.white ? settings : { ...settings, black: 0, white: 255 },
  ),
);

/** What was kept of the settings; what is missing or makes no sense is as on a fresh page. */
export function readDisplaySettings(kept: unknown): DisplaySettings {
  const result = v.safeParse(stored, kept ?? {});
  return result.success ? result.output : DEFAULT_DISPLAY;
}

/** The display settings of all workspaces, kept across reloads. */
export const useDisplay = create<DisplaySettings>()(
  persist(() => DEFAULT_DISPLAY, {
    name: 'cytoforge.display',
    storage: localSettings<DisplaySettings>(),
    merge: readDisplaySettings,
  }),
);

/** Changes the display. */
export const setDisplay = useDisplay.setState;

/** Whether levels are shown as they are, in grey. */
export function isPlainDisplay({ lut, gamma, black, white }: Display): boolean {
  return lut === 'grey' && gamma === 1 && black === 0 && white === 255;
}
