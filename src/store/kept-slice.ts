import type { SampleRecipe } from '../pipeline/recipe.ts';
import { browserDatabase } from './browser-database.ts';
import { toErrorView } from './error-view.ts';
import { keptChannel } from './kept-channel.ts';
import type { KeptSample } from './kept-sample.ts';
import { mergeKept } from './merge-kept.ts';
import { rawMaskKey } from './recipe-of-view.ts';
import type { SliceContext } from './slice-context.ts';

/** What a person may say of a sample they keep. */
export type KeptChange = Partial<Pick<KeptSample, 'favourite' | 'note' | 'origin' | 'name'>>;

/** Samples a person kept; every tab sees at once what another one keeps and forgets. */
export interface KeptSlice {
  /** The newest first. */
  kept: readonly KeptSample[];
  /**
   * Keeps a sample, or changes what is kept of it: the same draw of the same model (`sampleKey`) is one entry.
   * @returns Its id.
   */
  keep(recipe: SampleRecipe, change: KeptChange): string;
  forgetKept(id: string): void;
}

type KeptDatabase = NonNullable<Awaited<ReturnType<typeof browserDatabase>>>;

/** Names a sample whatever its style, spots and edits are: its draw, or its dropped label map. */
export function sampleKey(recipe: SampleRecipe, name = ''): string {
  return name === '' ? rawMaskKey(recipe) : `dropped ${name}`;
}

/** The slice, and the reading of what was kept before. */
export function createKeptPart({ set, get }: Pick<SliceContext, 'set' | 'get'>): {
  slice: KeptSlice;
  read(): Promise<void>;
} {
  const channel = keptChannel();
  const keyOf = ({ recipe, name }: KeptSample) => sampleKey(recipe, name);

  // A failed write loses nothing of this page: it is told, so that the person makes room while it is open.
  async function inDatabase(run: (database: KeptDatabase) => Promise<unknown>): Promise<void> {
    try {
      const database = await browserDatabase();
      if (database) await run(database);
    } catch (error) {
      const view = toErrorView(error);
      get().notify({ kind: 'warning', message: 'notice.keepFailed', error: view });
    }
  }

  function take(sample: KeptSample): void {
    const { kept, gone } = mergeKept(get().kept, sample, keyOf);
    set({ kept });
    for (const id of gone) void inDatabase((database) => database.delete('kept', id));
  }

  channel.listen((news) => {
    if ('kept' in news) take(news.kept);
    else set(({ kept }) => ({ kept: kept.filter(({ id }) => id !== news.forgotten) }));
  });

  return {
    async read() {
      const database = await browserDatabase();
      const stored = (await database?.getAll('kept').catch(() => [])) ?? [];
      for (const sample of stored) take(sample);
    },
    slice: {
      kept: [],
      keep(recipe, change) {
        const key = sampleKey(recipe, change.name);
        const before = get().kept.find((one) => sampleKey(one.recipe, one.name) === key);
        const sample: KeptSample = {
          id: before?.id ?? crypto.randomUUID(),
          favourite: false,
          note: '',
          origin: 'seed',
          name: '',
          ...before,
          ...change,
          recipe,
          changed: Date.now(),
        };
        set(({ kept }) => ({ kept: [sample, ...kept.filter(({ id }) => id !== sample.id)] }));
        void inDatabase((database) => database.put('kept', sample));
        channel.tell({ kept: sample });
        return sample.id;
      },
      forgetKept(id) {
        set(({ kept }) => ({ kept: kept.filter((sample) => sample.id !== id) }));
        void inDatabase((database) => database.delete('kept', id));
        channel.tell({ forgotten: id });
      },
    },
  };
}
