import { useEffect, useRef, useState } from 'react';
import type { BenchmarkResults } from '../../../evaluation/benchmark-results.ts';
import type { Figure } from '../../../evaluation/figures.ts';
import type { SetAnalysis } from '../../../store/benchmark-slice.ts';
import { useStudio } from '../../../store/studio-store.ts';

/** Results come image by image: they are analysed when they have been the same for so long. */
const SETTLED_MS = 350;

/** An analysis and the results that it is of. */
export interface CurrentAnalysis {
  results: BenchmarkResults;
  analysis: SetAnalysis;
}

/**
 * Intervals, tests and slices of results that have settled, of the first of their sets; the former ones until then. One
 * analysis is made at a time.
 */
export function useAnalysis(results: BenchmarkResults, figure: Figure): CurrentAnalysis | null {
  const analyse = useStudio((state) => state.analyseBenchmark);
  const [current, setCurrent] = useState<CurrentAnalysis | null>(null);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    let isWanted = true;
    const run = async () => {
      await last.current;
      if (!isWanted) return;
      const made = analyse(results, 0, figure);
      last.current = made;
      const analysis = await made;
      if (isWanted && analysis) setCurrent({ results, analysis });
    };
    const timer = setTimeout(() => void run(), SETTLED_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [results, figure, analyse]);
  return current;
}
