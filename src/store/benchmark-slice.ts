import {
  type BenchmarkEntriesSlice,
  createBenchmarkEntries,
} from './benchmark/benchmark-entries.ts';
import { type BenchmarkRunSlice, createBenchmarkRun } from './benchmark/benchmark-run.ts';
import { type BenchmarkSetsSlice, createBenchmarkSets } from './benchmark/benchmark-sets.ts';
import type { InspectedImage } from './benchmark/benchmark-state.ts';
import type { EntryTask } from './benchmark/benchmark-tasks.ts';
import type { SliceContext } from './slice-context.ts';

/** Algorithms on sets with truth: what is compared, what runs, what came of it. */
export interface BenchmarkSlice
  extends BenchmarkSetsSlice,
    BenchmarkEntriesSlice,
    BenchmarkRunSlice {
  /** Opens the sets of an earlier page with their results; called when the workspace is opened. */
  restoreBenchmark(): Promise<void>;
  /** An image with its truth and what an algorithm found; null when it cannot be read. */
  inspectSample(task: EntryTask): Promise<InspectedImage | null>;
}

/** Makes the slice. */
export function createBenchmarkSlice(context: SliceContext): BenchmarkSlice {
  const { get, engine } = context;
  const run = createBenchmarkRun(context);
  const sets = createBenchmarkSets(context, run.recall);
  let restoring: Promise<void> | null = null;
  return {
    ...sets.slice,
    ...createBenchmarkEntries(context),
    ...run.slice,
    restoreBenchmark() {
      restoring ??= sets.restoreSets();
      return restoring;
    },
    inspectSample({ set, sample, entry, weights }) {
      const { id, micronsPerPixel } = set;
      const { method, values } = entry;
      const order = { set: id, sample, choice: { method, weights, values }, micronsPerPixel };
      const backend = get().device.choice;
      return engine.benchmark.inspect({ order, model: null, backend }).catch(() => null);
    },
  };
}
