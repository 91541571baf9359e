import type { SampleMeasures } from './sample-measures.ts';

/** What samples can be searched by, in the order a form asks for it. */
export const SEARCHED_MEASURES = [
  'cells',
  'medianArea',
  'medianEccentricity',
  'coverage',
  'onBorder',
] as const satisfies (keyof SampleMeasures)[];

/** Name of one of them. */
export type SearchedMeasure = (typeof SEARCHED_MEASURES)[number];

/** The least and the most that is wanted of a measure; null is no bound. */
export interface WantedRange {
  least: number | null;
  most: number | null;
}

/** What samples should hold; a measure that is not named may be anything. */
export type SampleCriteria = Partial<Record<SearchedMeasure, WantedRange>>;

/** Whether a measure is bounded at all. */
export function isBounded(range: WantedRange | undefined): range is WantedRange {
  return range !== undefined && (range.least !== null || range.most !== null);
}

/** Whether a sample is what is searched for. A sample without cells has no medians, so it is within no bounds of them. */
export function meetsCriteria(measures: SampleMeasures, criteria: SampleCriteria): boolean {
  return SEARCHED_MEASURES.every((name) => {
    const range = criteria[name];
    if (!isBounded(range)) return true;
    const value = measures[name];
    if (value === null) return false;
    return value >= (range.least ?? -Infinity) && value <= (range.most ?? Infinity);
  });
}
