import type { StudioState } from '../studio-state.ts';
import type { BenchmarkEntry, BenchmarkResults, BenchmarkSet } from './benchmark-state.ts';
import { resultKey } from './benchmark-state.ts';
import { weightsOf } from './entry-weights.ts';

/** One algorithm on one image of one set. */
export interface EntryTask {
  set: BenchmarkSet;
  sample: number;
  entry: BenchmarkEntry;
  weights: string | null;
}

type TaskState = Pick<StudioState, 'benchmarkSets' | 'benchmarkEntries' | 'models'>;

/** The algorithms that are on and have their weights. */
export function runnableEntries({
  benchmarkEntries,
  models,
}: Omit<TaskState, 'benchmarkSets'>): { entry: BenchmarkEntry; weights: string | null }[] {
  return benchmarkEntries.flatMap((entry) => {
    const weights = weightsOf(entry, models);
    return entry.on && weights !== undefined ? [{ entry, weights }] : [];
  });
}

/** Everything that a run does, image by image, so that the algorithms can be compared from the first on. */
export function tasksOf(state: TaskState): EntryTask[] {
  const entries = runnableEntries(state);
  return state.benchmarkSets.flatMap((set) => {
    const samples = set.status === 'ready' ? (set.info?.samples ?? []) : [];
    return samples.flatMap((_, sample) =>
      entries.map(({ entry, weights }) => ({ set, sample, entry, weights })),
    );
  });
}

/** Whether a task has an outcome, or a reason why it never will. */
export function isDone(results: BenchmarkResults, { set, sample, entry, weights }: EntryTask) {
  return (results.get(resultKey(set, entry, weights))?.[sample] ?? null) !== null;
}
