import type { BenchmarkTask } from '../../engine/benchmark-client.ts';
import { deferred } from '../../engine/deferred.ts';
import { toPlainError } from '../../errors.ts';
import { toErrorView } from '../error-view.ts';
import type { SliceContext } from '../slice-context.ts';
import {
  type BenchmarkResults,
  type BenchmarkRun,
  resultKey,
  type SampleResult,
} from './benchmark-state.ts';
import { type EntryTask, isDone, tasksOf } from './benchmark-tasks.ts';
import { choiceOf } from './choice-of.ts';
import { secondsFor } from './seconds-for.ts';

/** What the slice says of runs and results. */
export interface BenchmarkRunSlice {
  benchmarkRun: BenchmarkRun | null;
  benchmarkResults: BenchmarkResults;
  /** When the first run of this page began, ISO 8601; empty before. */
  benchmarkStarted: string;
  /** Runs what has no result yet: all at first, the rest after Cancel or a closed tab. */
  startBenchmark(): Promise<void>;
  /** Holds it after the image under way. */
  pauseBenchmark(): void;
  continueBenchmark(): void;
  /** Stops it; every result until then stays. */
  cancelBenchmark(): void;
  dismissBenchmark(): void;
}

/** Failures of the machine, not of an image: nothing more can be run. */
const FATAL: ReadonlySet<string> = new Set(['backend-unavailable', 'io']);
/** Failures after which the worker is started again and the image tried once more. */
const TRY_AGAIN: ReadonlySet<string> = new Set(['worker-crashed', 'device-lost', 'gpu-error']);

/** Runs, results, and the results that are kept of earlier ones. */
export function createBenchmarkRun({ set, get, engine }: SliceContext): {
  slice: BenchmarkRunSlice;
  /** Fetches what is kept of a set's runs from earlier. */
  recall(id: string): Promise<void>;
  /** A task as the worker takes it. */
  taskOf(task: EntryTask): BenchmarkTask;
} {
  let running: AbortController | null = null;
  let wall: ReturnType<typeof deferred<void>> | null = null;

  function record({ set: of, sample, entry, weights }: EntryTask, result: SampleResult): void {
    const key = resultKey(of, entry, weights);
    set(({ benchmarkResults }) => {
      const length = of.info?.samples.length ?? 0;
      const former = benchmarkResults.get(key) ?? Array.from({ length }, () => null);
      return { benchmarkResults: new Map(benchmarkResults).set(key, former.with(sample, result)) };
    });
  }

  function order({ set: of, sample, entry, weights }: EntryTask): BenchmarkTask {
    const { id, micronsPerPixel } = of;
    return {
      order: { set: id, sample, choice: choiceOf(entry, weights), micronsPerPixel },
      model: weights === null ? null : engine.library.find(weights),
      backend: get().device.choice,
    };
  }

  const show = (change: Partial<BenchmarkRun>) =>
    set(({ benchmarkRun }) => ({ benchmarkRun: benchmarkRun && { ...benchmarkRun, ...change } }));

  /** Runs one task; a failure of the image is its result. @throws What stops everything. */
  async function runOne(task: EntryTask, signal: AbortSignal): Promise<void> {
    const onProgress = (fraction: number) => {
      const current = get().benchmarkRun?.current;
      const isSame = current?.sample === task.sample && current.entry === task.entry.id;
      if (current && isSame) show({ current: { ...current, fraction } });
    };
    const attempt = () => engine.benchmark.run(order(task), onProgress, signal);
    try {
      const outcome = await attempt().catch((error) => {
        if (signal.aborted || !TRY_AGAIN.has(toPlainError(error).code)) throw error;
        return attempt();
      });
      record(task, { outcome, error: null });
    } catch (error) {
      if (signal.aborted || FATAL.has(toPlainError(error).code)) throw error;
      record(task, { outcome: null, error: toErrorView(error) });
    }
  }

  async function runAll(tasks: readonly EntryTask[], signal: AbortSignal): Promise<void> {
    const open = tasks.filter((task) => !isDone(get().benchmarkResults, task));
    const times = secondsFor(open);
    let done = tasks.length - open.length;
    const start = { current: null, secondsLeft: null, error: null };
    set({ benchmarkRun: { status: 'running', done, total: tasks.length, ...start } });
    for (const task of open) {
      while (wall && !signal.aborted) await wall.promise;
      if (signal.aborted) return;
      const { set: of, sample, entry } = task;
      show({ current: { set: of.id, sample, entry: entry.id, fraction: 0 } });
      const begin = performance.now();
      await runOne(task, signal);
      done += 1;
      show({
        done,
        current: null,
        secondsLeft: times.after(task, (performance.now() - begin) / 1000),
      });
    }
  }

  return {
    taskOf: order,
    async recall(id) {
      const tasks = tasksOf(get()).filter(({ set: of }) => of.id === id);
      for (const task of tasks) {
        if (isDone(get().benchmarkResults, task)) continue;
        const outcome = await engine.benchmark.recall(order(task)).catch(() => null);
        if (outcome) record(task, { outcome, error: null });
      }
    },
    slice: {
      benchmarkRun: null,
      benchmarkResults: new Map(),
      benchmarkStarted: '',
      async startBenchmark() {
        const tasks = tasksOf(get());
        if (running || tasks.length === 0) return;
        const controller = new AbortController();
        running = controller;
        if (get().benchmarkStarted === '') set({ benchmarkStarted: new Date().toISOString() });
        try {
          await runAll(tasks, controller.signal);
          const status = controller.signal.aborted ? 'cancelled' : 'done';
          show({ status, current: null, secondsLeft: null });
        } catch (error) {
          const isCancelled = controller.signal.aborted;
          show({
            status: isCancelled ? 'cancelled' : 'failed',
            ...{ current: null, secondsLeft: null },
            error: isCancelled ? null : toErrorView(error),
          });
        } finally {
          running = null;
          wall = null;
        }
      },
      pauseBenchmark() {
        if (get().benchmarkRun?.status !== 'running') return;
        wall ??= deferred<void>();
        show({ status: 'paused' });
      },
      continueBenchmark() {
        if (get().benchmarkRun?.status !== 'paused') return;
        wall?.resolve();
        wall = null;
        show({ status: 'running' });
      },
      cancelBenchmark() {
        if (!running) return;
        show({ status: 'cancelling' });
        running.abort();
        wall?.resolve();
      },
      dismissBenchmark() {
        if (!running) set({ benchmarkRun: null });
      },
    },
  };
}
