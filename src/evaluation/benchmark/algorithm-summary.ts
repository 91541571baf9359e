import type { BenchmarkAlgorithm, BenchmarkResults } from '../benchmark-results.ts';
import { FIGURES, type Figure } from '../figures.ts';
import { pooledFigure } from '../pooled-figure.ts';
import { meanOf } from '../ratio.ts';
import { type SetEvaluation, summariseImages } from '../set-evaluation.ts';
import { drawResamples, type Interval, percentileInterval } from '../statistics/bootstrap.ts';
import { runsOf } from './evaluated-images.ts';

/** How an algorithm did on a set. */
export interface AlgorithmSummary {
  algorithm: BenchmarkAlgorithm;
  /** Null when it has segmented nothing. */
  evaluation: SetEvaluation | null;
  /** Bootstrap intervals over images of the pooled figures; null when it has segmented nothing. */
  intervals: Record<Figure, Interval> | null;
  /** Images on which it failed, which are in no figure. */
  failed: number;
  /** Images it has not run on. */
  missing: number;
  /** Mean of the segmentation alone; null when it has segmented nothing. */
  secondsPerImage: number | null;
}

/** Summarises one algorithm on one set. @param set Place in `results.sets`. */
export function summariseAlgorithm(
  results: BenchmarkResults,
  set: number,
  algorithm: BenchmarkAlgorithm,
): AlgorithmSummary {
  const runs = runsOf(results, set, algorithm.id);
  const done = runs.flatMap((run) =>
    run?.evaluation ? [{ evaluation: run.evaluation, seconds: run.seconds }] : [],
  );
  const evaluation = summariseImages(done.map((each) => each.evaluation));
  const summary = {
    algorithm,
    evaluation,
    failed: runs.filter((run) => run && !run.evaluation).length,
    missing: runs.filter((run) => !run).length,
    secondsPerImage: meanOf(done.map(({ seconds }) => seconds)),
  };
  if (!evaluation) return { ...summary, intervals: null };
  const counts = done.map((each) => each.evaluation.counts);
  const { protocol } = results;
  const resamples = drawResamples([done.length], protocol);
  const intervalOf = (figure: Figure): Interval => {
    const pooled = pooledFigure(counts, figure);
    const values = resamples.map(([places]) => pooled(places));
    return percentileInterval(evaluation.pooled[figure], values, protocol.confidence);
  };
  const intervals = Object.fromEntries(
    FIGURES.map((figure) => [figure, intervalOf(figure)]),
  ) as Record<Figure, Interval>;
  return { ...summary, intervals };
}

/** Summarises all algorithms of a benchmark on one set, in their order. */
export function summariseAlgorithms(results: BenchmarkResults, set: number): AlgorithmSummary[] {
  return results.algorithms.map((algorithm) => summariseAlgorithm(results, set, algorithm));
}
