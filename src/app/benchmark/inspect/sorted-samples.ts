import type { SampleResult } from '../../../store/benchmark/benchmark-state.ts';
import { averagePrecision } from './image-score.ts';

/** Positions of samples, those that failed first, then by rising score; what has not run yet comes last. */
export function sortedSamples(results: readonly (SampleResult | null)[]): number[] {
  const scoreOf = (result: SampleResult | null) => {
    if (!result) return 2;
    return result.outcome ? (averagePrecision(result.outcome.evaluation) ?? 1) : -1;
  };
  return results
    .map((result, at) => ({ at, score: scoreOf(result) }))
    .sort((a, b) => a.score - b.score || a.at - b.at)
    .map(({ at }) => at);
}
