import type { BenchmarkResults } from '../benchmark-results.ts';
import { type CountPool, countPool } from '../evaluation-counts.ts';
import { type Figure, figuresOf } from '../figures.ts';
import { drawResamples, type Interval, percentileInterval } from '../statistics/bootstrap.ts';
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

/** What an algorithm found in the images of one set, and which images those are. */
interface SetPool {
  pool: CountPool;
  /** By place of the image in the set: its place in the pool; undefined where the algorithm has no evaluation. */
  places: (number | undefined)[];
}

function setPool(results: BenchmarkResults, set: number, algorithm: string): SetPool | null {
  const evaluations = evaluationsOf(results, set, algorithm);
  const counts = evaluations.flatMap((each) => (each ? [each.counts] : []));
  let next = 0;
  const places = evaluations.map((each) => (each ? next++ : undefined));
  return counts.length > 0 ? { pool: countPool(counts), places } : null;
}

function pooledFigure({ pool, places }: SetPool, images: readonly number[], figure: Figure) {
  const drawn = images.flatMap((image) => places[image] ?? []);
  return figuresOf(pool.sum(drawn))[figure];
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
  const pools = algorithms.flatMap(({ id }) => {
    const [made, drawn] = [synthetic, real].map((set) => setPool(results, set, id));
    return made && drawn ? [{ algorithm: id, made, drawn }] : [];
  });
  const sizes = [sets[synthetic].images.length, sets[real].images.length];
  const scoresOf = (places: readonly (readonly number[])[]): PairedScore[] =>
    pools.flatMap(({ algorithm, made, drawn }) => {
      const onSynthetic = pooledFigure(made, places[0], figure);
      const onReal = pooledFigure(drawn, places[1], figure);
      if (onSynthetic === null || onReal === null) return [];
      return [{ algorithm, synthetic: onSynthetic, real: onReal }];
    });
  const scores = scoresOf(sizes.map((size) => Array.from({ length: size }, (_, at) => at)));
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
