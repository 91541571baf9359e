import type { SampleRecipe } from '../pipeline/recipe.ts';
import { browserDatabase } from './browser-database.ts';
import type { KeptSample } from './kept-sample.ts';
import { rawMaskKey } from './recipe-of-view.ts';
import type { SliceContext } from './slice-context.ts';

/** What a person may say of a sample they keep. */
export type KeptChange = Partial<Pick<KeptSample, 'favourite' | 'note' | 'origin' | 'name'>>;

/** Samples a person kept; every tab sees what another tab keeps when it starts. */
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

/** Names a sample whatever its style, spots and edits are: its draw, or its dropped label map. */
export function sampleKey(recipe: SampleRecipe, name = ''): string {
  return name === '' ? rawMaskKey(recipe) : `dropped ${name}`;
}

/** The slice, and the reading of what was kept before. */
export function createKeptPart({ set, get }: Pick<SliceContext, 'set' | 'get'>): {
  slice: KeptSlice;
  read(): Promise<void>;
} {
  // A failed write loses nothing of this page, and the browser's storage card says that it is full.
  const write = async (sample: KeptSample) => {
    const database = await browserDatabase();
    await database?.put('kept', sample);
  };
  return {
    async read() {
      const database = await browserDatabase();
      const stored = (await database?.getAll('kept').catch(() => [])) ?? [];
      const known = new Set(get().kept.map(({ id }) => id));
      const all = [...get().kept, ...stored.filter(({ id }) => !known.has(id))];
      set({ kept: all.sort((a, b) => b.changed - a.changed) });
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
        void write(sample).catch(() => undefined);
        return sample.id;
      },
      forgetKept(id) {
        set(({ kept }) => ({ kept: kept.filter((sample) => sample.id !== id) }));
        void browserDatabase().then((database) => database?.delete('kept', id));
      },
    },
  };
}
