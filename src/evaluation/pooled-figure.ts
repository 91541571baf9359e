import type { EvaluationCounts } from './evaluation-counts.ts';
import { type Figure, figureRatios } from './figures.ts';
import { meanOf, ratio } from './ratio.ts';

/** A pooled figure of any of several images, made to be asked for many times over. */
export type PooledFigure = (places: readonly number[]) => number | null;

/**
 * Prepares a figure for being pooled over resamples: what `figuresOf(poolCounts(…))` gives, without adding up what the
 * figure does not need.
 * @param counts Of each image; null for one without an evaluation, which adds nothing.
 * @returns Takes places in `counts`, one of which may come more than once.
 */
export function pooledFigure(
  counts: readonly (EvaluationCounts | null)[],
  figure: Figure,
): PooledFigure {
  const rows = counts.map((each) => each && figureRatios(each, figure));
  const terms = rows.find((row) => row !== null)?.length ?? 0;
  const parts = Array.from({ length: terms }, (_, term) =>
    Float64Array.from(rows, (row) => row?.[term][0] ?? 0),
  );
  const wholes = Array.from({ length: terms }, (_, term) =>
    Float64Array.from(rows, (row) => row?.[term][1] ?? 0),
  );
  return (places) =>
    meanOf(
      parts.map((part, term) => {
        let sumOfParts = 0;
        let sumOfWholes = 0;
        for (const place of places) {
          sumOfParts += part[place];
          sumOfWholes += wholes[term][place];
        }
        return ratio(sumOfParts, sumOfWholes);
      }),
    );
}
