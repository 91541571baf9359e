import { summariseAlgorithms } from '../../evaluation/benchmark/algorithm-summary.ts';
import { compareAlgorithms } from '../../evaluation/benchmark/paired-comparison.ts';
import { rankAgreement } from '../../evaluation/benchmark/rank-agreement.ts';
import type { BenchmarkResults } from '../../evaluation/benchmark-results.ts';
import { csvText } from '../../evaluation/csv-text.ts';
import { evaluationCells, evaluationHeader } from '../../evaluation/evaluation-columns.ts';
import { FIGURE_DEFINITIONS } from '../../evaluation/figures.ts';
import { EVALUATION_THRESHOLDS } from '../../evaluation/matching/match-counts.ts';

/** A line for every image and algorithm: traits, figures and errors; a failed run has its message instead. */
export function benchmarkCsv({ sets, algorithms, runs }: BenchmarkResults): string {
  const header = [
    ...['set', 'kind', 'image', 'algorithm', 'method', 'weights_sha256', 'seconds', 'failure'],
    ...['width', 'height', 'density', 'median_area', 'brightness', 'touching'],
    ...evaluationHeader(EVALUATION_THRESHOLDS),
  ];
  const byId = new Map(algorithms.map((algorithm) => [algorithm.id, algorithm]));
  const ordered = [...runs].sort((a, b) => a.set - b.set || a.image - b.image);
  const rows = ordered.map(({ set, image, algorithm, seconds, evaluation, error }) => {
    const { name, kind, images } = sets[set];
    const { traits } = images[image];
    const used = byId.get(algorithm)!;
    return [
      ...[name, kind, images[image].name, used.name, used.method, used.weights?.sha256 ?? null],
      ...[seconds, error?.message ?? null, traits.width, traits.height],
      ...[traits.density, traits.size, traits.brightness, traits.touching],
      ...(evaluation ? evaluationCells(evaluation.counts) : []),
    ];
  });
  return csvText(header, rows);
}

/** The results, and all that reports make of them, as JSON. */
export function benchmarkJson(results: BenchmarkResults): string {
  const sets = results.sets.map(({ name }, set) => ({
    name,
    algorithms: summariseAlgorithms(results, set).map(({ algorithm, ...summary }) => ({
      algorithm: algorithm.id,
      ...summary,
    })),
    tests: compareAlgorithms(results, set, 'ap50'),
  }));
  const summary = { sets, agreement: rankAgreement(results, 'ap50') };
  return `${JSON.stringify({ ...results, definitions: FIGURE_DEFINITIONS, summary })}\n`;
}
