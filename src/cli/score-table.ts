import type { BenchmarkResults } from '../evaluation/benchmark-results.ts';
import { median } from '../evaluation/figures/median-diameter.ts';
import type { Figure } from '../evaluation/figures.ts';
import { summariseImages } from '../evaluation/set-evaluation.ts';

/** The columns of figures: those of the seed system first. */
const COLUMNS: readonly (readonly [figure: Figure, title: string])[] = [
  ['ap50', 'AP@0.5'],
  ['miou', 'mIoU'],
  ['recall50', 'Recall@0.5'],
  ['f1at50', 'F1@0.5'],
  ['ap75', 'AP@0.75'],
  ['pq50', 'PQ'],
  ['aji', 'AJI'],
  ['dice', 'Dice'],
];

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function share(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}

/** One set's scores, as a table in Markdown: counts pooled over all images, best AP first, seconds as medians. */
export function scoreTable({ sets, algorithms, runs }: BenchmarkResults, set: number): string {
  const rows = algorithms.map(({ id, name }) => {
    const own = runs.filter((run) => run.set === set && run.algorithm === id);
    const evaluations = own.flatMap(({ evaluation }) => evaluation ?? []);
    const pooled = summariseImages(evaluations)?.pooled ?? null;
    const failed = own.length - evaluations.length;
    const cells = [
      failed > 0 ? `${name} (${failed} failed)` : name,
      ...COLUMNS.map(([figure]) => share(pooled?.[figure] ?? null)),
      own.length > 0 ? median(own.map(({ seconds }) => seconds)).toFixed(2) : '–',
    ];
    return { cells, order: pooled?.ap50 ?? -1 };
  });
  rows.sort((a, b) => b.order - a.order);
  const { name, kind, images } = sets[set];
  const objects = images.reduce((sum, { traits }) => sum + traits.objects, 0);
  return [
    `${name} (${kind}): ${images.length} images, ${objects} objects`,
    '',
    row(['algorithm', ...COLUMNS.map(([, title]) => title), 's per image']),
    row(['---', ...COLUMNS.map(() => '---:'), '---:']),
    ...rows.map(({ cells }) => row(cells)),
  ].join('\n');
}
