import { useMemo } from 'react';
import {
  type BenchmarkEntry,
  type BenchmarkSet,
  resultKey,
  type SampleResult,
} from '../../../store/benchmark/benchmark-state.ts';
import { runnableEntries } from '../../../store/benchmark/benchmark-tasks.ts';
import { useStudio } from '../../../store/studio-store.ts';

/** An algorithm with its results on a set, by position of the sample; null where there is none yet. */
export interface SetRow {
  entry: BenchmarkEntry;
  weights: string | null;
  results: readonly (SampleResult | null)[];
}

/** The algorithms that are on and what came of them on a set, in the order of the list. */
export function useSetRows(set: BenchmarkSet | null): SetRow[] {
  const results = useStudio((state) => state.benchmarkResults);
  const benchmarkEntries = useStudio((state) => state.benchmarkEntries);
  const models = useStudio((state) => state.models);
  return useMemo(() => {
    if (!set) return [];
    const empty = (set.info?.samples ?? []).map(() => null);
    return runnableEntries({ benchmarkEntries, models }).map(({ entry, weights }) => ({
      entry,
      weights,
      results: results.get(resultKey(set, entry, weights)) ?? empty,
    }));
  }, [results, benchmarkEntries, models, set]);
}

/** The set whose results are shown; null before there is one. */
export function useShownSet(): BenchmarkSet | null {
  return useStudio(
    ({ benchmarkSets, benchmarkSet }) =>
      benchmarkSets.find(({ id }) => id === benchmarkSet) ?? null,
  );
}
