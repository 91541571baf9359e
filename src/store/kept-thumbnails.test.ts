import { describe, expect, it, vi } from 'vitest';
import { exampleRecipe } from '../pipeline/fixtures/example-recipe.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import { editsOfLabels } from '../pipeline/truth-of-edits.ts';
import { libraryModel, maskManifest, testAddress, testEngine } from './fixtures/test-engine.ts';
import type { KeptSample } from './kept-sample.ts';
import { createStudioStore } from './studio-store.ts';

const plain: SampleRecipe = { ...exampleRecipe, edits: null };
const kept = (id: string, recipe = plain): KeptSample => ({
  id,
  recipe,
  favourite: true,
  note: '',
  origin: 'seed',
  name: '',
  changed: 0,
});

async function openStore() {
  const { engine } = testEngine([libraryModel(maskManifest())]);
  const makeRawMask = vi.fn(engine.generation.makeRawMask);
  engine.generation.makeRawMask = makeRawMask;
  const store = createStudioStore(engine, testAddress());
  await store.getState().startStudio();
  const statusOf = (id: string) => store.getState().keptThumbnails.get(id)?.status;
  return { store, makeRawMask, statusOf };
}

describe('thumbnails of kept samples', () => {
  it('are drawn once each, behind everything else', async () => {
    const { store, makeRawMask, statusOf } = await openStore();
    store.getState().showKept([kept('a'), kept('b')]);
    await vi.waitFor(() => expect([statusOf('a'), statusOf('b')]).toEqual(['done', 'done']));
    const drawn = makeRawMask.mock.calls.length;
    expect(makeRawMask.mock.lastCall?.[1].priority).toBe('idle');
    store.getState().showKept([kept('b'), kept('a')]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(makeRawMask.mock.calls.length).toBe(drawn);
  });

  it('of edited samples are their labels, made again after another edit', async () => {
    const { store, makeRawMask, statusOf } = await openStore();
    const before = makeRawMask.mock.calls.length;
    const edited = (id: number) => {
      const labels = { width: 2, height: 1, data: Uint16Array.of(0, id) };
      return { ...plain, edits: editsOfLabels(labels, null) };
    };
    const pixels = () => [...(store.getState().keptThumbnails.get('a')?.image?.data ?? [])];
    store.getState().showKept([kept('a', edited(0))]);
    await vi.waitFor(() => expect(statusOf('a')).toBe('done'));
    expect(pixels()).toEqual([0, 0]);
    store.getState().showKept([kept('a', edited(7))]);
    await vi.waitFor(() => expect(pixels()).toEqual([0, 255]));
    expect(makeRawMask.mock.calls.length).toBe(before);
  });

  it('of a model that is not there fail, and are tried again', async () => {
    const { store, makeRawMask, statusOf } = await openStore();
    makeRawMask.mockRejectedValueOnce(new Error('no such model'));
    store.getState().showKept([kept('a')]);
    await vi.waitFor(() => expect(statusOf('a')).toBe('failed'));
    store.getState().showKept([kept('a')]);
    await vi.waitFor(() => expect(statusOf('a')).toBe('done'));
  });
});
