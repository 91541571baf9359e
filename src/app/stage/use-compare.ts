import * as v from 'valibot';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { localSettings } from './local-settings.ts';

/** How two layers share one stage. */
export type CompareMode = 'overlay' | 'blink' | 'split';

/** Changes a second; above three a second, flashes can harm people (WCAG 2.3.1). */
export const BLINK_RATE = { min: 0.25, max: 3, fresh: 1 };

/** Settings of comparisons, and where one is. */
export interface CompareSettings {
  /** Place of the divider as a share of the stage's width, 0 to 1. */
  split: number;
  /** Changes a second of a blinking stage. */
  blinkRate: number;
  /** Of the upper layer of an overlay, 0 to 1. */
  opacity: number;
  /** The blinking stage rests; not kept. */
  paused: boolean;
  /** The upper layer is the one to be seen in a blinking stage; not kept. */
  showsAbove: boolean;
}

type Kept = Pick<CompareSettings, 'split' | 'blinkRate' | 'opacity'>;

const FRESH: CompareSettings = {
  split: 0.5,
  blinkRate: BLINK_RATE.fresh,
  opacity: 0.5,
  paused: false,
  showsAbove: false,
};

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const stored = v.object({
  split: v.fallback(share, FRESH.split),
  blinkRate: v.fallback(
    v.pipe(v.number(), v.minValue(BLINK_RATE.min), v.maxValue(BLINK_RATE.max)),
    FRESH.blinkRate,
  ),
  opacity: v.fallback(share, FRESH.opacity),
});

/** Comparisons of all workspaces share their settings, kept across reloads. */
export const useCompare = create<CompareSettings>()(
  persist(() => FRESH, {
    name: 'cytoforge.compare',
    storage: localSettings<Kept>(),
    partialize: ({ split, blinkRate, opacity }): Kept => ({ split, blinkRate, opacity }),
    merge: (kept, current) => {
      const result = v.safeParse(stored, kept ?? {});
      return { ...current, ...(result.success && result.output) };
    },
  }),
);

/** Changes the comparison. */
export const setCompare = useCompare.setState;

/** What Space does: stops or goes on, or, where nothing moves by itself, shows the other layer. */
export function stepBlink(byHand: boolean): void {
  setCompare(({ paused, showsAbove }) =>
    byHand ? { showsAbove: !showsAbove } : { paused: !paused },
  );
}
