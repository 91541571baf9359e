import { create } from 'zustand';
import type { Verdict } from './inspect/verdicts.ts';

/** The parts of the results. */
export const TABS = ['scores', 'images', 'difficulty', 'compare', 'protocol'] as const;

/** One of them. */
export type Tab = (typeof TABS)[number];

/** Ways to the figures of a set: of the summed counts, or the mean of the images'. */
export const AVERAGINGS = ['pooled', 'perImage'] as const;

/** What of the results is looked at: for as long as the page is open. */
export interface BenchSurface {
  tab: Tab;
  averaging: (typeof AVERAGINGS)[number];
  /** Position of the sample in the viewer; null takes the worst. */
  sample: number | null;
  /** The algorithm in the viewer; null takes the first. */
  entry: string | null;
  /** What is outlined in the viewer; `truth` is all true outlines. */
  outlines: ReadonlySet<Verdict | 'truth'>;
}

/** The surface as a hook. */
export const useBenchSurface = create<BenchSurface>()(() => ({
  tab: 'scores',
  averaging: 'pooled',
  sample: null,
  entry: null,
  outlines: new Set(['matched', 'missed', 'extra', 'split', 'merged', 'catastrophe'] as const),
}));

/** Changes what is looked at. */
export function setBenchSurface(
  change: Partial<BenchSurface> | ((surface: BenchSurface) => Partial<BenchSurface>),
): void {
  useBenchSurface.setState(change);
}
