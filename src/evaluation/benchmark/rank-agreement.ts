import type { BenchmarkResults } from '../benchmark-results.ts';
import type { Figure } from '../figures.ts';
import { pooledFigure } from '../pooled-figure.ts';
import {
  drawResamples,
  type Interval,
  percentileInterval,
  type Resample,
  wholeSample,
} from '../statistics/bootstrap.ts';
import { kendallTau, spearmanRho } from '../statistics/rank-correlation.ts';
import { evaluationsOf } from './evaluated-images.ts';

/** The pooled figure of an algorithm on both sets. */
export interface PairedScore {
  /** `BenchmarkAlgorithm.id`. */
  algorithm: string;
  synthetic: number;
  real: number;
}

/** Whether a synthetic set ranks algorithms as a real one does. */
export interface RankAgreement {
  figure: Figure;
  /** Places in `BenchmarkResults.sets`. */
  synthetic: number;
  real: number;
  /** Algorithms that have a score on both, in their order. */
  scores: PairedScore[];
  /** Kendall's τ-b of the scores; its interval is that of a bootstrap over the images of both sets. */
  kendall: Interval;
  /** Spearman's ρ, likewise. */
  spearman: Interval;
}

/**
 * Compares the rankings of a synthetic and a real set; null when there are not both, or when fewer than two algorithms
 * have scores on both.
 */
export function rankAgreement(results: BenchmarkResults, figure: Figure): RankAgreement | null {
  const { sets, algorithms, protocol } = results;
  const synthetic = sets.findIndex(({ kind }) => kind === 'synthetic');
  const real = sets.findIndex(({ kind }) => kind === 'real');
  if (synthetic < 0 || real < 0) return null;
  const pooled = algorithms.map(({ id }) => {
    const [onSynthetic, onReal] = [synthetic, real].map((set) => {
      const evaluations = evaluationsOf(results, set, id);
      return pooledFigure(
        evaluations.map((each) => each?.counts ?? null),
        figure,
      );
    });
    return { algorithm: id, onSynthetic, onReal };
  });
  const sizes = [sets[synthetic].images.length, sets[real].images.length];
  const scoresOf = (places: Resample): PairedScore[] =>
    pooled.flatMap(({ algorithm, onSynthetic, onReal }) => {
      const [made, drawn] = [onSynthetic(places[0]), onReal(places[1])];
      if (made === null || drawn === null) return [];
      return [{ algorithm, synthetic: made, real: drawn }];
    });
  const scores = scoresOf(wholeSample(sizes));
  if (scores.length < 2) return null;
  const resampled = drawResamples(sizes, protocol).map(scoresOf);
  const intervalOf = (correlation: typeof kendallTau): Interval => {
    const of = (list: readonly PairedScore[]) =>
      correlation(
        list.map((score) => score.synthetic),
        list.map((score) => score.real),
      );
    return percentileInterval(of(scores), resampled.map(of), protocol.confidence);
  };
  return {
    figure,
    synthetic,
    real,
    scores,
    kendall: intervalOf(kendallTau),
    spearman: intervalOf(spearmanRho),
  };
}
