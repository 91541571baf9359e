import type { SampleRecipe } from '../pipeline/recipe.ts';
import type { KeptSample } from './kept-sample.ts';
import { type KeptChange, sampleKey } from './kept-slice.ts';
import type { SliceContext } from './slice-context.ts';

/** Samples a person marks and writes about. */
export interface FavouritesSlice {
  /** Marks a sample, or takes the mark away; its note stays. */
  toggleFavourite(recipe: SampleRecipe): void;
  /** What a person writes of a sample; empty text is no note. */
  setNote(recipe: SampleRecipe, note: string): void;
  /** Takes mark and note away, with a notice that brings them back. */
  removeFavourite(id: string): void;
}

/** i18n key of the notice of what was removed. */
const REMOVED = 'look.favourites.removed';

/** What is kept of a sample; null when nothing is. */
export function keptOf(kept: readonly KeptSample[], recipe: SampleRecipe): KeptSample | null {
  const key = sampleKey(recipe);
  return kept.find((sample) => sampleKey(sample.recipe, sample.name) === key) ?? null;
}

/** Whether a kept sample is in the list of favourites. */
export function isFavourite({ favourite, note }: KeptSample): boolean {
  return favourite || note !== '';
}

/** Nobody would miss it: a seed as it is, unmarked and without a note. */
function isForgettable({ favourite, note, origin, recipe }: KeptSample): boolean {
  return !favourite && note.trim() === '' && origin === 'seed' && recipe.edits === null;
}

/** The favourites, over what is kept. */
export function createFavouritesSlice({ get }: Pick<SliceContext, 'get'>): FavouritesSlice {
  /** What the notice in the corner brings back. */
  let removed: KeptSample[] = [];

  function change(recipe: SampleRecipe, by: KeptChange): void {
    const { kept, keep, forgetKept } = get();
    const before = keptOf(kept, recipe);
    const after = { favourite: false, note: '', origin: 'seed' as const, ...before, ...by, recipe };
    if (isForgettable(after as KeptSample)) {
      if (before) forgetKept(before.id);
    } else keep(recipe, by);
  }

  function bringBack(): void {
    const { keep } = get();
    for (const { recipe, favourite, note, origin, name } of removed) {
      keep(recipe, { favourite, note, origin, name });
    }
    removed = [];
  }

  return {
    toggleFavourite(recipe) {
      change(recipe, { favourite: !keptOf(get().kept, recipe)?.favourite });
    },
    setNote(recipe, note) {
      change(recipe, { note });
    },
    removeFavourite(id) {
      const { kept, keep, forgetKept, notices, notify } = get();
      const sample = kept.find((one) => one.id === id);
      if (!sample) return;
      const gone = { ...sample, favourite: false, note: '' };
      if (isForgettable(gone)) forgetKept(id);
      else {
        const { recipe, name } = sample;
        keep(recipe, { favourite: false, note: '', name });
      }
      // The notice is one line: while it is there, it brings back all that went since it came.
      if (!notices.some(({ message }) => message === REMOVED)) removed = [];
      removed = [...removed, sample];
      notify({
        kind: 'info',
        message: REMOVED,
        values: { count: removed.length },
        action: { label: 'look.favourites.undo', run: bringBack },
      });
    },
  };
}
