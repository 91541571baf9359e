import { describeChoice } from '../../segmentation/describe-choice.ts';
import type { SegmenterValues } from '../../segmentation/segmenter.ts';
import { toErrorView } from '../error-view.ts';
import type { SliceContext } from '../slice-context.ts';
import type { BenchmarkEntry } from './benchmark-state.ts';
import { defaultEntry, readEntries, writeEntries } from './stored-entries.ts';

/** What the slice says of the algorithms. */
export interface BenchmarkEntriesSlice {
  benchmarkEntries: readonly BenchmarkEntry[];
  /** Changes whether it runs, its weights or its parameters. */
  changeEntry(id: string, patch: Partial<Omit<BenchmarkEntry, 'id' | 'method'>>): void;
  /** Sets one parameter; null returns it to its default. */
  setEntryValue(id: string, name: string, value: SegmenterValues[string] | null): void;
  /** Adds the same algorithm with the same parameters, to be changed and compared. */
  copyEntry(id: string): void;
  /** Adds CellProfiler with a pipeline of a person's; one that cannot be run is told in a notice. */
  addPipeline(file: File): Promise<void>;
  /** The last entry of an algorithm stays; pipelines go. */
  removeEntry(id: string): void;
}

/** Algorithms with their parameters; they are kept by the browser. */
export function createBenchmarkEntries({ set, get }: SliceContext): BenchmarkEntriesSlice {
  function write(benchmarkEntries: readonly BenchmarkEntry[]): void {
    set({ benchmarkEntries });
    writeEntries(benchmarkEntries);
  }

  function changeOne(id: string, change: (entry: BenchmarkEntry) => BenchmarkEntry): void {
    write(get().benchmarkEntries.map((entry) => (entry.id === id ? change(entry) : entry)));
  }

  return {
    benchmarkEntries: readEntries(),
    changeEntry: (id, patch) => changeOne(id, (entry) => ({ ...entry, ...patch })),
    setEntryValue: (id, name, value) =>
      changeOne(id, (entry) => {
        const { [name]: _, ...others } = entry.values;
        return { ...entry, values: value === null ? others : { ...others, [name]: value } };
      }),
    copyEntry(id) {
      const entries = get().benchmarkEntries;
      const at = entries.findIndex((entry) => entry.id === id);
      if (at < 0) return;
      const { id: _, ...same } = entries[at];
      const { method } = same;
      const taken = new Set(entries.map((entry) => entry.id));
      let number = 2;
      while (taken.has(`${method}-${number}`)) number += 1;
      const copy = { ...same, id: `${method}-${number}`, on: true };
      write(entries.toSpliced(at + 1, 0, copy));
    },
    async addPipeline(file) {
      try {
        const text = await file.text();
        // A pipeline without a step that finds objects is refused here, with the reason.
        describeChoice({ method: 'cellprofiler', pipeline: text });
        const name = file.name.replace(/\.(cppipe|cpproj|json)$/i, '');
        const id = `cellprofiler-${name}`;
        const others = get().benchmarkEntries.filter((entry) => entry.id !== id);
        const own = { ...defaultEntry('cellprofiler', id), values: {}, pipeline: { name, text } };
        const last = others.findLastIndex(({ method }) => method === 'cellprofiler');
        write(others.toSpliced(last + 1, 0, own));
        get().notify({ kind: 'success', message: 'notice.pipelineAdded', values: { name } });
      } catch (error) {
        get().notify({
          kind: 'error',
          message: 'notice.pipelineRefused',
          error: toErrorView(error),
        });
      }
    },
    removeEntry(id) {
      const entries = get().benchmarkEntries;
      const removed = entries.find((entry) => entry.id === id);
      const siblings = entries.filter(
        ({ method, pipeline }) => method === removed?.method && !pipeline,
      );
      if (siblings.length > 1 || removed?.pipeline)
        write(entries.filter((entry) => entry.id !== id));
    },
  };
}
