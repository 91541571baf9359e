import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BenchmarkResults } from '../../../evaluation/benchmark-results.ts';
import type { BenchmarkSet } from '../../../store/benchmark/benchmark-state.ts';
import { useStudio } from '../../../store/studio-store.ts';
import { resultsOf } from './results-of.ts';

/** The results on some sets as plain data; they change with every image that is done. */
export function useResults(sets: readonly BenchmarkSet[]): BenchmarkResults {
  const { t } = useTranslation();
  const benchmarkEntries = useStudio((state) => state.benchmarkEntries);
  const benchmarkResults = useStudio((state) => state.benchmarkResults);
  const models = useStudio((state) => state.models);
  const backend = useStudio((state) => state.device.info);
  const started = useStudio((state) => state.benchmarkStarted);
  return useMemo(
    () => resultsOf(t, { benchmarkEntries, benchmarkResults, models, backend }, sets, started),
    [t, benchmarkEntries, benchmarkResults, models, backend, sets, started],
  );
}
