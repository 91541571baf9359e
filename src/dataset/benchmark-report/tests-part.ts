import { compareAlgorithms } from '../../evaluation/benchmark/paired-comparison.ts';
import type { BenchmarkResults } from '../../evaluation/benchmark-results.ts';
import { card, HEADLINE, note } from './card.ts';
import { htmlTable, shownFigure, shownInterval, shownProbability } from './html-table.ts';
import type { BenchmarkWords } from './words.ts';

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
