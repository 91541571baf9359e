import type { SetName } from '../../services/benchmark/result-shelf.ts';
import { toErrorView } from '../error-view.ts';
import type { SliceContext } from '../slice-context.ts';
import type { BenchmarkSet } from './benchmark-state.ts';
import { readPixelSize, writePixelSize } from './pixel-sizes.ts';

/** What the slice says of sets. */
export interface BenchmarkSetsSlice {
  benchmarkSets: readonly BenchmarkSet[];
  /** The set whose results are shown; null before there is one. */
  benchmarkSet: string | null;
  /** Opens dropped files, a folder or an archive, as another set. */
  addBenchmarkFiles(files: readonly File[]): Promise<void>;
  /** Opens the set that was exported last on this page. */
  addExportedSet(): Promise<void>;
  /** Opens the set that the Data set workspace has open. */
  addOpenedSet(): Promise<void>;
  /** Opens the real images that the site brings along. */
  addSampleSet(): Promise<void>;
  showBenchmarkSet(id: string): void;
  setPixelSize(id: string, micronsPerPixel: number | null): void;
  /** Puts a set away; its results are kept for when it is opened again. */
  removeBenchmarkSet(id: string): void;
}

/** So many sets may lie beside each other: one generated and one real are what is compared. */
export const MOST_SETS = 4;

/** The archive's or the folder's name; of single files the first. */
function nameOf(files: readonly File[]): string {
  const pathOf = (file: File) => file.webkitRelativePath || file.name;
  const folder = pathOf(files[0]).split('/')[0];
  return files.every((file) => pathOf(file).startsWith(`${folder}/`)) ? folder : files[0].name;
}

/**
 * Sets, and those of an earlier page.
 * @param recall Fetches the results that are kept of a set.
 */
export function createBenchmarkSets(
  { set, get, engine }: SliceContext,
  recall: (id: string) => Promise<void>,
): { slice: BenchmarkSetsSlice; restoreSets(): Promise<void> } {
  let made = 0;

  function change(id: string, patch: Partial<BenchmarkSet>): void {
    set(({ benchmarkSets }) => ({
      benchmarkSets: benchmarkSets.map((one) => (one.id === id ? { ...one, ...patch } : one)),
    }));
  }

  async function open(
    name: SetName,
    filesOf: () => Promise<readonly File[] | null>,
    isShown: boolean,
  ): Promise<void> {
    if (get().benchmarkSets.length >= MOST_SETS) {
      get().notify({ kind: 'info', message: 'notice.mostSets', values: { count: MOST_SETS } });
      return;
    }
    const fresh: BenchmarkSet = {
      ...name,
      ...{ status: 'opening', info: null, error: null },
      micronsPerPixel: readPixelSize(name.id),
    };
    set((state) => ({
      benchmarkSets: [...state.benchmarkSets, fresh],
      benchmarkSet: isShown ? name.id : (state.benchmarkSet ?? name.id),
    }));
    try {
      const info = await engine.benchmark.openSet(name, await filesOf());
      change(name.id, { status: 'ready', info });
      await recall(name.id);
    } catch (error) {
      change(name.id, { status: 'failed', error: toErrorView(error) });
    }
  }

  const newId = () => {
    made += 1;
    return `${Date.now()}-${made}`;
  };

  /** The same source twice is one set: the first makes room. */
  function replace(origin: SetName['origin']): void {
    const former = get().benchmarkSets.find((one) => one.origin === origin);
    if (former) get().removeBenchmarkSet(former.id);
  }

  const add = (name: string, origin: SetName['origin'], filesOf: () => Promise<readonly File[]>) =>
    open({ id: newId(), name, origin }, filesOf, true);

  return {
    async restoreSets() {
      const kept = await engine.benchmark.keptSets().catch(() => []);
      const known = new Set(get().benchmarkSets.map(({ id }) => id));
      for (const name of kept) {
        if (!known.has(name.id)) await open(name, async () => null, false);
      }
    },
    slice: {
      benchmarkSets: [],
      benchmarkSet: null,
      async addBenchmarkFiles(files) {
        if (files.length > 0) await add(nameOf(files), 'files', async () => files);
      },
      async addExportedSet() {
        const file = await engine.exports.finishedFile().catch(() => null);
        if (!file) return;
        replace('export');
        await add(file.name, 'export', async () => [file]);
      },
      async addOpenedSet() {
        const file = get().openedDataset?.file;
        if (!file) return;
        replace('opened');
        await add(file.name, 'opened', async () => [file]);
      },
      async addSampleSet() {
        replace('sample');
        await add('', 'sample', async () => [await engine.benchmark.sampleSet()]);
      },
      showBenchmarkSet: (benchmarkSet) => set({ benchmarkSet }),
      setPixelSize(id, micronsPerPixel) {
        change(id, { micronsPerPixel });
        writePixelSize(id, micronsPerPixel);
        void recall(id);
      },
      removeBenchmarkSet(id) {
        set((state) => {
          const benchmarkSets = state.benchmarkSets.filter((one) => one.id !== id);
          const isShown = state.benchmarkSet === id;
          return {
            benchmarkSets,
            benchmarkSet: isShown ? (benchmarkSets[0]?.id ?? null) : state.benchmarkSet,
          };
        });
        writePixelSize(id, null);
        void engine.benchmark.forgetSet(id).catch(() => undefined);
      },
    },
  };
}
