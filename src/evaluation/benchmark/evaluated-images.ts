import type { BenchmarkResults, BenchmarkRun } from '../benchmark-results.ts';
import type { ImageEvaluation } from '../image-evaluation.ts';

/** The runs of an algorithm on a set, by place of the image; undefined where it has not run. */
export function runsOf(
  { sets, runs }: BenchmarkResults,
  set: number,
  algorithm: string,
): (BenchmarkRun | undefined)[] {
  const byImage = new Map<number, BenchmarkRun>();
  for (const run of runs) {
    if (run.set === set && run.algorithm === algorithm) byImage.set(run.image, run);
  }
  return sets[set].images.map((_, image) => byImage.get(image));
}

/** The evaluations of an algorithm on a set, by place of the image; null where there is none. */
export function evaluationsOf(
  results: BenchmarkResults,
  set: number,
  algorithm: string,
): (ImageEvaluation | null)[] {
  return runsOf(results, set, algorithm).map((run) => run?.evaluation ?? null);
}
