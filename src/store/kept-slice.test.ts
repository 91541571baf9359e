import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { exampleRecipe } from '../pipeline/fixtures/example-recipe.ts';
import { createKeptPart, type KeptSlice } from './kept-slice.ts';
import type { StudioState } from './studio-state.ts';

function page() {
  let state: Pick<KeptSlice, 'kept'> = { kept: [] };
  const part = createKeptPart({
    get: () => state as StudioState,
    set(patch) {
      state = { ...state, ...(typeof patch === 'function' ? patch(state as StudioState) : patch) };
    },
  });
  return { ...part, kept: () => state.kept };
}

describe('kept samples', () => {
  it('are there in the next page, one entry per draw', async () => {
    const first = page();
    const id = first.slice.keep(exampleRecipe, { favourite: true });
    first.slice.keep({ ...exampleRecipe, seed: 99 }, { note: 'round' });
    expect(first.slice.keep({ ...exampleRecipe, edits: null }, { note: 'dense' })).toBe(id);
    expect(first.kept().map(({ note, favourite }) => [note, favourite])).toEqual([
      ['dense', true],
      ['round', false],
    ]);
    const next = page();
    await expect.poll(() => next.read().then(() => next.kept().length)).toBe(2);
    expect(next.kept().find((sample) => sample.id === id)?.note).toBe('dense');
    next.slice.forgetKept(id);
    const last = page();
    await expect.poll(() => last.read().then(() => last.kept().length)).toBe(1);
  });

  it('keep dropped label maps apart by name', () => {
    const { slice, kept } = page();
    slice.keep(exampleRecipe, { origin: 'image', name: 'a.png' });
    slice.keep(exampleRecipe, { origin: 'image', name: 'b.png' });
    expect(kept()).toHaveLength(2);
  });
});
