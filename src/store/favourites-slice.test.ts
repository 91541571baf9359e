import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { isFavourite, keptOf } from './favourites-slice.ts';
import { libraryModel, maskManifest, testAddress, testEngine } from './fixtures/test-engine.ts';
import { recipeOfView } from './recipe-of-view.ts';
import { createStudioStore } from './studio-store.ts';

async function openStore() {
  const { engine } = testEngine([libraryModel(maskManifest())]);
  const store = createStudioStore(engine, testAddress());
  await store.getState().startStudio();
  const state = store.getState;
  const current = (seed = state().view.seed) => ({
    ...recipeOfView(state().view, maskManifest(), null),
    seed,
  });
  const listed = () =>
    state()
      .kept.filter(isFavourite)
      .map(({ recipe }) => recipe.seed);
  return { state, current, listed };
}

const edits = { width: 4, height: 4, labels: '16x0', nuclei: null };

describe('favourites', () => {
  it('are marked and unmarked, and leave nothing behind', async () => {
    const { state, current, listed } = await openStore();
    state().toggleFavourite(current(5));
    state().toggleFavourite(current(6));
    expect(listed()).toEqual([6, 5]);
    expect(keptOf(state().kept, current(5))?.favourite).toBe(true);
    state().toggleFavourite(current(5));
    state().toggleFavourite(current(6));
    expect(state().kept).toEqual([]);
  });

  it('tell a blend from its seed', async () => {
    const { state, current } = await openStore();
    const blend = [
      { seed: 5, weight: 0.5 },
      { seed: 6, weight: 0.5 },
    ];
    state().toggleFavourite({ ...current(5), blend });
    expect(keptOf(state().kept, current(5))).toBeNull();
    expect(keptOf(state().kept, { ...current(5), blend })?.recipe.blend).toEqual(blend);
  });

  it('keep a note without a mark, and a sample that was edited without either', async () => {
    const { state, current, listed } = await openStore();
    state().setNote(current(5), 'round');
    expect(listed()).toEqual([5]);
    state().toggleFavourite(current(5));
    state().toggleFavourite(current(5));
    expect(keptOf(state().kept, current(5))?.note).toBe('round');
    state().setNote(current(5), '');
    expect(state().kept).toEqual([]);
    state().keep({ ...current(7), edits }, {});
    state().toggleFavourite({ ...current(7), edits });
    state().toggleFavourite({ ...current(7), edits });
    expect(state().kept.map(({ recipe }) => recipe.edits)).toEqual([edits]);
    expect(listed()).toEqual([]);
  });

  it('come back, all that were removed while the notice is there', async () => {
    const { state, current, listed } = await openStore();
    state().setNote(current(5), 'round');
    state().toggleFavourite({ ...current(7), edits });
    for (const { id } of [...state().kept]) state().removeFavourite(id);
    expect(listed()).toEqual([]);
    expect(state().kept.map(({ recipe }) => recipe.seed)).toEqual([7]);
    const notice = state().notices.find(({ action }) => action);
    expect(notice?.values).toEqual({ count: 2 });
    notice?.action?.run();
    expect(listed().sort()).toEqual([5, 7]);
    expect(keptOf(state().kept, current(5))?.note).toBe('round');
  });
});
