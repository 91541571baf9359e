import type {
  BenchmarkAlgorithm,
  BenchmarkResults,
} from '../../../evaluation/benchmark-results.ts';
import type { ImageEvaluation } from '../../../evaluation/image-evaluation.ts';
import { type SetEvaluation, summariseImages } from '../../../evaluation/set-evaluation.ts';

/** What an algorithm reached on the images of a set. */
export interface AlgorithmSummary {
  algorithm: BenchmarkAlgorithm;
  /** Images with a result. */
  images: number;
  /** Images that it could not segment. */
  failed: number;
  /** Null where it has no result yet. */
  set: SetEvaluation | null;
  /** Mean time of an image. */
  seconds: number | null;
}

/** Every algorithm on the set at a place of the results. */
export function summariesOf(results: BenchmarkResults, set: number): AlgorithmSummary[] {
  return results.algorithms.map((algorithm) => {
    const runs = results.runs.filter((run) => run.set === set && run.algorithm === algorithm.id);
    const done = runs.filter(({ evaluation }) => evaluation !== null);
    const evaluations = done.map(({ evaluation }) => evaluation as ImageEvaluation);
    const total = done.reduce((sum, { seconds }) => sum + seconds, 0);
    return {
      algorithm,
      images: done.length,
      failed: runs.length - done.length,
      set: summariseImages(evaluations),
      seconds: done.length > 0 ? total / done.length : null,
    };
  });
}
