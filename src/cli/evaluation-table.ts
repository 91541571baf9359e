import { averagePrecisionCurve } from '../evaluation/average-precision-curve.ts';
import { FIGURE_DEFINITIONS, FIGURES } from '../evaluation/figures.ts';
import type { SetEvaluation } from '../evaluation/set-evaluation.ts';

const shown = (value: number | null): string => (value === null ? '–' : value.toFixed(4));

/** Figures of a set for a terminal: pooled over objects, as means of the images, and what each of them is. */
export function evaluationTable({ images, counts, pooled, perImage }: SetEvaluation): string {
  const { trueObjects, predictedObjects, errors } = counts;
  const rows = [
    ['figure', 'pooled', 'image mean', 'definition'],
    ...FIGURES.map((figure) => [
      figure,
      shown(pooled[figure]),
      shown(perImage[figure]),
      FIGURE_DEFINITIONS[figure],
    ]),
  ];
  const curve = averagePrecisionCurve(counts).map(
    ({ threshold, averagePrecision }) => `${threshold} ${shown(averagePrecision)}`,
  );
  return [
    `${images} images, ${trueObjects} true objects, ${predictedObjects} predicted`,
    '',
    ...rows.map(([name, all, mean, definition]) =>
      `${name.padEnd(12)}${all.padStart(8)}${mean.padStart(12)}  ${definition}`.trimEnd(),
    ),
    '',
    `AP by IoU threshold: ${curve.join(', ')}`,
    `objects: ${errors.correct} correct, ${errors.missed} missed, ${errors.extra} extra, ` +
      `${errors.split} split, ${errors.merged} merged, ${errors.catastrophe} groups in disorder`,
  ].join('\n');
}
