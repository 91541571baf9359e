import { averagePrecisionCurve } from '../../evaluation/average-precision-curve.ts';
import type { AlgorithmSummary } from '../../evaluation/benchmark/algorithm-summary.ts';
import { sliceFigure, sliceObjects } from '../../evaluation/benchmark/figure-slices.ts';
import { compareAlgorithms } from '../../evaluation/benchmark/paired-comparison.ts';
import type { BenchmarkResults } from '../../evaluation/benchmark-results.ts';
import { FIGURES } from '../../evaluation/figures.ts';
import { SLICED_TRAITS } from '../../evaluation/slices/image-slices.ts';
import { curvesChart } from './curves-chart.ts';
import {
  htmlTable,
  shownFigure,
  shownInterval,
  shownProbability,
  shownValue,
} from './html-table.ts';
import type { BenchmarkWords } from './words.ts';

/** The figure by which algorithms are told apart where one has to be chosen. */
const HEADLINE = 'ap50';

const ERRORS = ['correct', 'missed', 'extra', 'split', 'merged', 'catastrophe'] as const;

const card = (content: string): string => `<section class="card">${content}</section>`;
const note = (text: string): string => `<p class="soft">${text}</p>`;

function nameWithGaps({ algorithm, failed, missing }: AlgorithmSummary, words: BenchmarkWords) {
  const gaps = [
    ...(failed > 0 ? [`${failed} ${words.failed}`] : []),
    ...(missing > 0 ? [`${missing} ${words.missing}`] : []),
  ];
  return gaps.length > 0 ? { text: algorithm.name, below: gaps.join(', ') } : algorithm.name;
}

/** All figures of all algorithms with their intervals, best first. */
export function scoresPart(summaries: readonly AlgorithmSummary[], words: BenchmarkWords): string {
  const order = ({ evaluation }: AlgorithmSummary) => evaluation?.pooled[HEADLINE] ?? -1;
  const rows = [...summaries]
    .sort((a, b) => order(b) - order(a))
    .map((summary) => [
      nameWithGaps(summary, words),
      ...FIGURES.map((figure) => ({
        text: shownFigure(summary.evaluation?.pooled[figure] ?? null),
        below: summary.intervals ? shownInterval(summary.intervals[figure]) : '',
      })),
      shownValue(summary.secondsPerImage),
    ]);
  const header = [
    words.algorithm,
    ...FIGURES.map((figure) => words.figure[figure]),
    words.secondsPerImage,
  ];
  return `<h3>${words.scores}</h3>${note(words.scoresNote)}${card(htmlTable('scores', header, rows))}`;
}

/** AP over IoU thresholds of all algorithms. */
export function curvesPart(summaries: readonly AlgorithmSummary[], words: BenchmarkWords): string {
  const curves = summaries.flatMap(({ algorithm, evaluation }) =>
    evaluation ? [{ name: algorithm.name, points: averagePrecisionCurve(evaluation.counts) }] : [],
  );
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

const namesOf = ({ algorithms }: BenchmarkResults) =>
  new Map(algorithms.map(({ id, name }) => [id, name]));

/** Every two algorithms; empty where there is one only. */
export function testsPart(results: BenchmarkResults, set: number, words: BenchmarkWords): string {
  const names = namesOf(results);
  const rows = compareAlgorithms(results, set, HEADLINE).map((each) => [
    `${names.get(each.first)} − ${names.get(each.second)}`,
    String(each.images),
    shownFigure(each.difference.estimate),
    shownInterval(each.difference),
    shownProbability(each.test.p),
    shownProbability(each.correctedP),
  ]);
  if (rows.length === 0) return '';
  const { pair, images, difference, interval, p, correctedP } = words;
  const table = htmlTable('tests', [pair, images, difference, interval, p, correctedP], rows);
  return `<h3>${words.tests}</h3>${note(words.testsNote)}${card(table)}`;
}

/** The headline figure by difficulty of the images. */
export function imageSlicesPart(
  results: BenchmarkResults,
  set: number,
  words: BenchmarkWords,
): string {
  const { algorithms } = results;
  const cards = SLICED_TRAITS.flatMap((trait) => {
    const slices = sliceFigure(results, set, trait, HEADLINE);
    if (slices.length === 0) return [];
    const rows = slices.map(({ from, to, images, values }) => [
      `${shownValue(from)} – ${shownValue(to)}`,
      String(images.length),
      ...algorithms.map(({ id }) => shownFigure(values[id])),
    ]);
    const header = [words.trait[trait], words.images, ...algorithms.map(({ name }) => name)];
    return [card(htmlTable(`slices-${trait}`, header, rows))];
  });
  if (cards.length === 0) return '';
  return `<h3>${words.slices}</h3>${note(words.slicesNote)}<div class="stack">${cards.join('')}</div>`;
}

/** What was found of small, middling and large objects. */
export function sizeSlicesPart(
  results: BenchmarkResults,
  set: number,
  words: BenchmarkWords,
): string {
  const slices = sliceObjects(results, set);
  const rows = results.algorithms.flatMap(({ id, name }) =>
    slices[id].map(({ from, to, objects, recall, meanIou }) => [
      name,
      `${from} – ${to}`,
      String(objects),
      shownFigure(recall),
      shownFigure(meanIou),
    ]),
  );
  if (rows.length === 0) return '';
  const header = [words.algorithm, words.area, words.objects, words.recall, words.figure.miou];
  return `<h3>${words.sizes}</h3>${card(htmlTable('sizes', header, rows))}`;
}
