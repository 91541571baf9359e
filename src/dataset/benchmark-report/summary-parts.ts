import { averagePrecisionCurve } from '../../evaluation/average-precision-curve.ts';
import type { AlgorithmSummary } from '../../evaluation/benchmark/algorithm-summary.ts';
import { card, note } from './card.ts';
import { curvesChart } from './curves-chart.ts';
import { htmlTable } from './html-table.ts';
import type { BenchmarkWords } from './words.ts';

const ERRORS = ['correct', 'missed', 'extra', 'split', 'merged', 'catastrophe'] as const;

/** AP over IoU thresholds of all algorithms. */
export function curvesPart(summaries: readonly AlgorithmSummary[], words: BenchmarkWords): string {
  const curves = summaries.map(({ algorithm, evaluation }) => ({
    name: algorithm.name,
    points: evaluation ? averagePrecisionCurve(evaluation.counts) : [],
  }));
  const chart = curvesChart(words.curves, words.threshold, curves);
  return `<h3>${words.curves}</h3>${note(words.curvesNote)}${card(chart)}`;
}

/** Object errors of all algorithms. */
export function errorsPart(summaries: readonly AlgorithmSummary[], words: BenchmarkWords): string {
  const rows = summaries.flatMap(({ algorithm, evaluation }) =>
    evaluation
      ? [[algorithm.name, ...ERRORS.map((error) => String(evaluation.counts.errors[error]))]]
      : [],
  );
  const header = [words.algorithm, ...ERRORS.map((error) => words.error[error])];
  return `<h3>${words.errors}</h3>${note(words.errorsNote)}${card(htmlTable('errors', header, rows))}`;
}
