import type { SegmenterValues } from '../../segmentation/segmenter.ts';
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
  /** The last entry of an algorithm stays. */
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
      const { method, values, weights } = entries[at];
      const taken = new Set(entries.map((entry) => entry.id));
      let number = 2;
      while (taken.has(`${method}-${number}`)) number += 1;
      const copy = { ...defaultEntry(method, `${method}-${number}`), values, weights };
      write(entries.toSpliced(at + 1, 0, copy));
    },
    removeEntry(id) {
      const entries = get().benchmarkEntries;
      const removed = entries.find((entry) => entry.id === id);
      const siblings = entries.filter(({ method }) => method === removed?.method);
      if (siblings.length > 1) write(entries.filter((entry) => entry.id !== id));
    },
  };
}
