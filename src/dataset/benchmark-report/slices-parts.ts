import { sliceFigure, sliceObjects } from '../../evaluation/benchmark/figure-slices.ts';
import type { BenchmarkResults } from '../../evaluation/benchmark-results.ts';
import { SLICED_TRAITS } from '../../evaluation/slices/image-slices.ts';
import { card, HEADLINE, note } from './card.ts';
import { htmlTable, shownFigure, shownValue } from './html-table.ts';
import type { BenchmarkWords } from './words.ts';

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
