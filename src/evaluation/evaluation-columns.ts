import { averagePrecisionCurve } from './average-precision-curve.ts';
import type { EvaluationCounts } from './evaluation-counts.ts';
import { FIGURES, figuresOf } from './figures.ts';

/** Object errors in the order in which tables list them. */
const ERRORS = ['correct', 'missed', 'extra', 'split', 'merged', 'catastrophe'] as const;

/** Names of what `evaluationCells` gives: objects, all figures, AP by threshold, and object errors. */
export function evaluationHeader(thresholds: readonly number[]): string[] {
  return [
    ...['true_objects', 'predicted_objects'],
    ...FIGURES,
    ...thresholds.map((threshold) => `ap_at_${threshold}`),
    ...ERRORS,
  ];
}

/** One image's, or one set's, line of a CSV table. */
export function evaluationCells(counts: EvaluationCounts): (number | null)[] {
  const figures = figuresOf(counts);
  const curve = averagePrecisionCurve(counts);
  return [
    ...[counts.trueObjects, counts.predictedObjects],
    ...FIGURES.map((figure) => figures[figure]),
    ...curve.map(({ averagePrecision }) => averagePrecision),
    ...ERRORS.map((error) => counts.errors[error]),
  ];
}
