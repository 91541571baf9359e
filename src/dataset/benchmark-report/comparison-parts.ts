import { rankAgreement } from '../../evaluation/benchmark/rank-agreement.ts';
import type { BenchmarkResults } from '../../evaluation/benchmark-results.ts';
import type { SetComparison } from '../../evaluation/distributions/set-comparison.ts';
import type { Figure } from '../../evaluation/figures.ts';
import { escapeHtml } from '../report/escape-html.ts';
import { htmlTable, shownFigure, shownInterval, shownValue } from './html-table.ts';
import type { BenchmarkWords } from './words.ts';

/** The figures by which rankings are compared: those of the seed system. */
const COMPARED: readonly Figure[] = ['ap50', 'miou', 'recall50', 'f1at50'];

/** Whether the synthetic set ranks algorithms as the real one; empty where there are not both. */
export function agreementPart(results: BenchmarkResults, words: BenchmarkWords): string {
  const agreements = COMPARED.flatMap((figure) => rankAgreement(results, figure) ?? []);
  if (agreements.length === 0) return '';
  const rows = agreements.map(({ figure, scores, kendall, spearman }) => [
    words.figure[figure],
    String(scores.length),
    { text: shownFigure(kendall.estimate), below: shownInterval(kendall) },
    { text: shownFigure(spearman.estimate), below: shownInterval(spearman) },
  ]);
  const { algorithm, kendall, spearman } = words;
  const table = htmlTable('agreement', ['', algorithm, kendall, spearman], rows);
  const names = new Map(results.algorithms.map(({ id, name }) => [id, name]));
  const scores = htmlTable(
    'agreement-scores',
    [algorithm, words.kind.synthetic, words.kind.real],
    agreements[0].scores.map((score) => [
      names.get(score.algorithm) ?? score.algorithm,
      shownFigure(score.synthetic),
      shownFigure(score.real),
    ]),
  );
  return `<h2>${words.agreement}</h2><p class="soft">${words.agreementNote}</p><div class="charts"><section class="card">${table}</section><section class="card"><h3>${words.figure.ap50}</h3>${scores}</section></div>`;
}

/** How far the cells of the two sets are apart. */
export function distancePart(comparison: SetComparison | null, words: BenchmarkWords): string {
  if (!comparison) return '';
  const features = htmlTable(
    'distances',
    [words.feature, words.wasserstein, words.standardised],
    comparison.features.map(({ feature, wasserstein, standardised }) => [
      words.featureName[feature] ?? feature,
      shownValue(wasserstein),
      shownValue(standardised),
    ]),
  );
  const { synthetic, real, syntheticCells, realCells } = comparison;
  const all = htmlTable(
    'set-distances',
    ['', ''],
    [
      [synthetic, String(syntheticCells)],
      [real, String(realCells)],
      [words.frechet, shownValue(comparison.frechet)],
      [words.kernel, shownValue(comparison.kernel)],
      [words.precision, shownFigure(comparison.precision)],
      [words.cellRecall, shownFigure(comparison.recall)],
    ],
  );
  const title = `${escapeHtml(synthetic)} – ${escapeHtml(real)}`;
  return `<h2>${words.distance}</h2><p class="soft">${words.distanceNote}</p><div class="stack"><section class="card"><h3>${title}</h3>${features}</section><section class="card">${all}</section></div>`;
}
