import { useMemo } from 'react';
import type { BenchmarkSet } from '../../../store/benchmark/benchmark-state.ts';
import { useStudio } from '../../../store/studio-store.ts';
import { isSynthetic } from '../sets/set-name.ts';

/** The first synthetic and the first real set that are open; null when there are not both. */
export function useComparedSets(): { synthetic: BenchmarkSet; real: BenchmarkSet } | null {
  const sets = useStudio((state) => state.benchmarkSets);
  return useMemo(() => {
    const ready = sets.filter(({ status }) => status === 'ready');
    const synthetic = ready.find(isSynthetic);
    const real = ready.find((set) => !isSynthetic(set));
    return synthetic && real ? { synthetic, real } : null;
  }, [sets]);
}
