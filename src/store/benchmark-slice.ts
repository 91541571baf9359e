import type { RankAgreement } from '../evaluation/benchmark/rank-agreement.ts';
import type { BenchmarkResults } from '../evaluation/benchmark-results.ts';
import type { SetComparison } from '../evaluation/distributions/set-comparison.ts';
import type { Figure } from '../evaluation/figures.ts';
import type { SetAnalysis } from '../services/benchmark/analysis-service.ts';
import type { ReportFormat } from '../services/benchmark/report-formats.ts';
import {
  type BenchmarkEntriesSlice,
  createBenchmarkEntries,
} from './benchmark/benchmark-entries.ts';
import { type BenchmarkRunSlice, createBenchmarkRun } from './benchmark/benchmark-run.ts';
import { type BenchmarkSetsSlice, createBenchmarkSets } from './benchmark/benchmark-sets.ts';
import type { InspectedImage } from './benchmark/benchmark-state.ts';
import { type EntryTask, tasksOf } from './benchmark/benchmark-tasks.ts';
import { choiceOf } from './benchmark/choice-of.ts';
import { toErrorView } from './error-view.ts';
import type { SliceContext } from './slice-context.ts';

/** What the page shows of an analysis. */
export type { SetAnalysis } from '../services/benchmark/analysis-service.ts';
export { REPORT_FORMATS } from '../services/benchmark/report-formats.ts';

/** A set by its id, under the name that a report calls it by. */
export interface SetUnderName {
  id: string;
  name: string;
}

/** Algorithms on sets with truth: what is compared, what runs, what came of it. */
export interface BenchmarkSlice
  extends BenchmarkSetsSlice,
    BenchmarkEntriesSlice,
    BenchmarkRunSlice {
  /** Opens the sets of an earlier page with their results; called when the workspace is opened. */
  restoreBenchmark(): Promise<void>;
  /**
   * Has Cellpose estimate the diameter of objects: the median over the first images of a set becomes the entry's.
   * @returns Whether it could.
   */
  estimateDiameter(entry: string, set: string): Promise<boolean>;
  /** Intervals, tests and slices of a set at a place of the results; null when they cannot be made. */
  analyseBenchmark(
    results: BenchmarkResults,
    set: number,
    figure: Figure,
  ): Promise<SetAnalysis | null>;
  /** Whether a synthetic and a real set rank the algorithms alike. */
  rankBenchmark(results: BenchmarkResults, figure: Figure): Promise<RankAgreement | null>;
  /** How far apart the cells of two sets are; null when they cannot be measured. */
  compareBenchmarkCells(synthetic: SetUnderName, real: SetUnderName): Promise<SetComparison | null>;
  /**
   * Downloads results as a file; of a synthetic and a real set, how far apart they are is in it.
   * @param compared The two, where there are both.
   */
  exportBenchmark(
    results: BenchmarkResults,
    format: ReportFormat,
    compared: { synthetic: SetUnderName; real: SetUnderName } | null,
  ): Promise<void>;
  /** An image with its truth and what an algorithm found; null when it cannot be read. */
  inspectSample(task: EntryTask): Promise<InspectedImage | null>;
}

const MIME_TYPES = { html: 'text/html', csv: 'text/csv', json: 'application/json' } as const;

/** Images that a diameter is estimated from. */
const ESTIMATED_IMAGES = 3;

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
    async estimateDiameter(entryId, setId) {
      const { benchmarkEntries, benchmarkSets, setEntryValue } = get();
      const tasks = tasksOf({ ...get(), benchmarkEntries, benchmarkSets })
        .filter(({ set, entry }) => set.id === setId && entry.id === entryId)
        .slice(0, ESTIMATED_IMAGES);
      try {
        const diameters: number[] = [];
        for (const task of tasks) {
          diameters.push(await engine.benchmark.estimateDiameter(run.taskOf(task)));
        }
        const middle = diameters.sort((a, b) => a - b)[diameters.length >> 1];
        if (middle === undefined) return false;
        setEntryValue(entryId, 'diameter', Math.round(middle));
        return true;
      } catch (error) {
        get().notify({ kind: 'error', message: 'notice.noDiameter', error: toErrorView(error) });
        return false;
      }
    },
    analyseBenchmark: (results, set, figure) =>
      engine.analysis.analyse(results, set, figure).catch(() => null),
    rankBenchmark: (results, figure) =>
      engine.analysis.agreement(results, figure).catch(() => null),
    async exportBenchmark(results, format, compared) {
      const { compareBenchmarkCells, language, notify } = get();
      try {
        const comparison =
          compared && (await compareBenchmarkCells(compared.synthetic, compared.real));
        const text = await engine.analysis.write({ ...results, comparison }, format, language);
        const file = new Blob([text], { type: MIME_TYPES[format] });
        engine.download(file, `cytoforge-benchmark.${format}`);
      } catch (error) {
        notify({ kind: 'error', message: 'notice.reportFailed', error: toErrorView(error) });
      }
    },
    async compareBenchmarkCells(synthetic, real) {
      try {
        const [made, drawn] = [
          { name: synthetic.name, cells: await engine.benchmark.measureCells(synthetic.id) },
          { name: real.name, cells: await engine.benchmark.measureCells(real.id) },
        ];
        return await engine.analysis.compareCells(made, drawn, 1);
      } catch {
        return null;
      }
    },
    inspectSample({ set, sample, entry, weights }) {
      const { id, micronsPerPixel } = set;
      const order = { set: id, sample, choice: choiceOf(entry, weights), micronsPerPixel };
      const backend = get().device.choice;
      return engine.benchmark.inspect({ order, model: null, backend }).catch(() => null);
    },
  };
}
