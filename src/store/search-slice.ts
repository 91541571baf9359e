import { meetsCriteria, type SampleCriteria } from '../pipeline/sample-criteria.ts';
import type { SampleMeasures } from '../pipeline/sample-measures.ts';
import { toErrorView } from './error-view.ts';
import { createSeedMeter, type SeedMeter } from './seed-meter.ts';
import { seedsToSearch } from './seeds-to-search.ts';
import type { SliceContext } from './slice-context.ts';
import type { ErrorView } from './studio-state.ts';

/** A seed that holds what was searched for. */
export interface FoundSeed {
  seed: number;
  measures: SampleMeasures;
}

/** The search for samples by what is in them. */
export interface SampleSearch {
  status: 'idle' | 'running' | 'done' | 'stopped' | 'failed';
  criteria: SampleCriteria;
  /** Seeds measured at these settings, and those of them that meet the criteria, in the order of the search. */
  measured: number;
  found: readonly FoundSeed[];
  /** So many are wanted in all. */
  wanted: number;
  /** The largest of each measure so far. */
  largest: Record<'cells' | 'medianArea' | 'onBorder', number>;
  error: ErrorView | null;
}

export interface SearchSlice {
  search: SampleSearch;
  /** What was measured already is looked through at once. */
  setCriteria(criteria: SampleCriteria): void;
  /**
   * Measures seed after seed, those of the grid first and then on from its last, behind everything a person looks at,
   * until `wanted` more are found.
   */
  startSearch(wanted: number): void;
  /** Stops; what was found stays. */
  stopSearch(): void;
}

/** Seeds tried without an end in sight after which a search gives up. */
const MOST_TRIED = 20_000;

const EMPTY = {
  status: 'idle',
  measured: 0,
  found: [],
  wanted: 0,
  largest: { cells: 0, medianArea: 0, onBorder: 0 },
  error: null,
} satisfies Partial<SampleSearch>;

/** The slice, and what the view's changes mean for it. */
export interface SearchPart {
  slice: SearchSlice;
  /** Other settings make other samples: what was measured is forgotten. */
  follow(): void;
}

/** @param meter Measures seeds; tests may pass one of their own. */
export function createSearchPart(
  context: SliceContext,
  meter: SeedMeter = createSeedMeter(context),
): SearchPart {
  const { set, get } = context;
  const measured = new Map<number, SampleMeasures>();
  let settings = '';
  let controller = new AbortController();

  const patch = (change: Partial<SampleSearch>) =>
    set(({ search }) => ({ search: { ...search, ...change } }));

  function note(seed: number, measures: SampleMeasures): void {
    measured.set(seed, measures);
    const { criteria, found, largest } = get().search;
    const meets = meetsCriteria(measures, criteria);
    patch({
      measured: measured.size,
      found: meets ? [...found, { seed, measures }] : found,
      largest: {
        cells: Math.max(largest.cells, measures.cells),
        medianArea: Math.max(largest.medianArea, measures.medianArea ?? 0),
        onBorder: Math.max(largest.onBorder, measures.onBorder),
      },
    });
  }

  const isFull = () => get().search.found.length >= get().search.wanted;

  async function run(signal: AbortSignal): Promise<void> {
    let tried = 0;
    for (const seed of seedsToSearch(get().seedList, get().view.seed)) {
      if (measured.has(seed)) continue;
      if (isFull()) break;
      if (tried >= MOST_TRIED) return patch({ status: 'stopped' });
      tried += 1;
      const measures = await meter.measure(seed, signal);
      if (signal.aborted) return;
      note(seed, measures);
    }
    patch({ status: 'done' });
  }

  return {
    follow() {
      const now = meter.settings();
      if (now === settings) return;
      settings = now;
      controller.abort();
      if (measured.size === 0 && get().search.status === 'idle') return;
      measured.clear();
      patch(EMPTY);
    },
    slice: {
      search: { ...EMPTY, criteria: {} },
      setCriteria(criteria) {
        const found = [...measured]
          .filter(([, measures]) => meetsCriteria(measures, criteria))
          .map(([seed, measures]) => ({ seed, measures }));
        patch({ criteria, found });
      },
      startSearch(wanted) {
        if (!meter.ready()) return;
        settings = meter.settings();
        controller.abort();
        controller = new AbortController();
        const { signal } = controller;
        patch({ status: 'running', wanted: get().search.found.length + wanted, error: null });
        run(signal).catch((error) => {
          if (!signal.aborted) patch({ status: 'failed', error: toErrorView(error) });
        });
      },
      stopSearch() {
        controller.abort();
        patch({ status: 'stopped' });
      },
    },
  };
}
