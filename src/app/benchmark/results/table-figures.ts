import { type Figure, LOWER_IS_BETTER } from '../../../evaluation/figures.ts';

/** The figures of the table: the seed system's four first. */
export const TABLE_FIGURES = [
  'ap50',
  'miou',
  'recall50',
  'f1at50',
  'ap75',
  'meanAp',
  'pq50',
  'aji',
  'seg',
  'dice',
  'countError',
] as const satisfies readonly Figure[];

/** A figure of the table. */
export type TableFigure = (typeof TABLE_FIGURES)[number];

/** The best of some values of a figure; null where there is none. */
export function bestOf(figure: Figure, values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  return LOWER_IS_BETTER.includes(figure) ? Math.min(...known) : Math.max(...known);
}
