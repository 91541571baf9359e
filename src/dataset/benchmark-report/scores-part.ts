import type { AlgorithmSummary } from '../../evaluation/benchmark/algorithm-summary.ts';
import { FIGURES, type Figure } from '../../evaluation/figures.ts';
import { card, HEADLINE, note } from './card.ts';
import { curveKey } from './curves-chart.ts';
import { htmlTable, shownFigure, shownInterval, shownValue } from './html-table.ts';
import { intervalsChart } from './intervals-chart.ts';
import type { BenchmarkWords } from './words.ts';

/** The seed system's figures. */
const PLOTTED: readonly Figure[] = ['ap50', 'miou', 'recall50', 'f1at50'];

/** What the first table has; the second one has the rest. */
const MAIN: readonly Figure[] = [...PLOTTED, 'meanAp', 'pq50', 'aji', 'seg', 'dice', 'countError'];

function nameWithGaps({ algorithm, failed, missing }: AlgorithmSummary, words: BenchmarkWords) {
  const gaps = [
    ...(failed > 0 ? [`${failed} ${words.failed}`] : []),
    ...(missing > 0 ? [`${missing} ${words.missing}`] : []),
  ];
  return gaps.length > 0 ? { text: algorithm.name, below: gaps.join(', ') } : algorithm.name;
}

/** Figures with their intervals; the first table also says how long images took. */
function scoreTable(
  part: 'scores' | 'other-scores',
  figures: readonly Figure[],
  summaries: readonly AlgorithmSummary[],
  words: BenchmarkWords,
): string {
  const isTimed = part === 'scores';
  const rows = summaries.map((summary) => [
    nameWithGaps(summary, words),
    ...figures.map((figure) => ({
      text: shownFigure(summary.evaluation?.pooled[figure] ?? null),
      below: summary.intervals ? shownInterval(summary.intervals[figure]) : '',
    })),
    ...(isTimed ? [shownValue(summary.secondsPerImage)] : []),
  ]);
  const header = [
    words.algorithm,
    ...figures.map((figure) => words.figure[figure]),
    ...(isTimed ? [words.secondsPerImage] : []),
  ];
  return htmlTable(part, header, rows);
}

/** The seed system's four figures as a plot, and all figures with their intervals, best algorithm first. */
export function scoresPart(summaries: readonly AlgorithmSummary[], words: BenchmarkWords): string {
  const order = ({ evaluation }: AlgorithmSummary) => evaluation?.pooled[HEADLINE] ?? -1;
  const sorted = [...summaries].sort((a, b) => order(b) - order(a));
  const names = summaries.map(({ algorithm }) => algorithm.name);
  const plot = intervalsChart(
    words.scores,
    names,
    PLOTTED.map((figure) => ({
      title: words.figure[figure],
      intervals: summaries.map(({ intervals }) => intervals?.[figure] ?? null),
    })),
  );
  const others = FIGURES.filter((figure) => !MAIN.includes(figure));
  return [
    `<h3>${words.scores}</h3>${note(words.scoresNote)}`,
    card(`${curveKey(names)}${plot}`),
    card(scoreTable('scores', MAIN, sorted, words)),
    card(scoreTable('other-scores', others, sorted, words)),
  ].join('');
}
