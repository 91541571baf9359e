import { type EvaluationCounts, poolCounts } from './evaluation-counts.ts';
import { FIGURES, type Figure, type Figures, figuresOf } from './figures.ts';
import type { ImageEvaluation } from './image-evaluation.ts';
import { meanOf } from './ratio.ts';

/** The figures of several images. */
export interface SetEvaluation {
  images: number;
  /** Summed over the images. */
  counts: EvaluationCounts;
  /** Of the summed counts: every object weighs the same (StarDist's `by_image=False`). */
  pooled: Figures;
  /**
   * Means of the images' figures: every image weighs the same (StarDist's `by_image=True`, Cellpose). Images in
   * which a figure is not defined are left out of its mean.
   */
  perImage: Figures;
}

/** The figures of a set; null for a set without images. */
export function summariseImages(evaluations: readonly ImageEvaluation[]): SetEvaluation | null {
  if (evaluations.length === 0) return null;
  const counts = poolCounts(evaluations.map((each) => each.counts));
  const figures = evaluations.map((each) => figuresOf(each.counts));
  return {
    images: evaluations.length,
    counts,
    pooled: figuresOf(counts),
    perImage: Object.fromEntries(
      FIGURES.map((name) => [name, meanOf(figures.map((each) => each[name]))]),
    ) as Record<Figure, number | null>,
  };
}
