import { describe, expect, it, vi } from 'vitest';
import { CytoForgeError } from '../errors.ts';
import { libraryModel, maskManifest, testAddress, testEngine } from './fixtures/test-engine.ts';
import { seedsToSearch } from './seeds-to-search.ts';
import { createStudioStore } from './studio-store.ts';

/** The test engine's samples have `seed % 10` cells. */
async function openStore(fragment = 'seeds=1-12') {
  const { engine } = testEngine([libraryModel(maskManifest())]);
  const measureSample = vi.fn(engine.generation.measureSample);
  engine.generation.measureSample = measureSample;
  const store = createStudioStore(engine, testAddress(fragment));
  await store.getState().startStudio();
  const seeds = () => store.getState().search.found.map(({ seed }) => seed);
  const settled = () =>
    vi.waitFor(() => expect(store.getState().search.status).not.toBe('running'));
  return { store, measureSample, seeds, settled };
}

const atLeast = (least: number) => ({ cells: { least, most: null } });

describe('the search', () => {
  it('goes through the grid and on, until as many are found as are wanted', async () => {
    const { store, seeds, settled, measureSample } = await openStore();
    store.getState().setCriteria(atLeast(8));
    store.getState().startSearch(5);
    await settled();
    expect(store.getState().search.status).toBe('done');
    expect(seeds()).toEqual([8, 9, 18, 19, 28]);
    expect(store.getState().search.measured).toBe(28);
    expect(measureSample.mock.calls.every(([, , { priority }]) => priority === 'idle')).toBe(true);
    expect(store.getState().search.found.every(({ measures }) => measures.cells >= 8)).toBe(true);
  });

  it('goes on where it was, and measures nothing twice', async () => {
    const { store, seeds, settled, measureSample } = await openStore();
    store.getState().setCriteria(atLeast(9));
    store.getState().startSearch(1);
    await settled();
    store.getState().startSearch(1);
    await settled();
    expect(seeds()).toEqual([9, 19]);
    expect(measureSample).toHaveBeenCalledTimes(19);
  });

  it('looks through what was measured when the criteria change', async () => {
    const { store, seeds, settled, measureSample } = await openStore();
    store.getState().setCriteria(atLeast(9));
    store.getState().startSearch(1);
    await settled();
    store.getState().setCriteria({ cells: { least: 3, most: 4 } });
    expect(seeds()).toEqual([3, 4]);
    expect(measureSample).toHaveBeenCalledTimes(9);
  });

  it('gives the worker the mask that the grid has', async () => {
    const { store, settled, measureSample } = await openStore();
    store.getState().showSeeds([1, 2]);
    await vi.waitFor(() => expect(store.getState().thumbnails.get(2)?.status).toBe('done'));
    store.getState().startSearch(1);
    await settled();
    expect(measureSample.mock.calls[0][1]).toBe(store.getState().thumbnails.get(1)?.image);
  });

  it('can be stopped, and keeps what it found', async () => {
    const { store, seeds, measureSample } = await openStore();
    measureSample.mockImplementation(async (recipe, _, { signal }) => {
      if (recipe.seed > 3) {
        await new Promise((_, reject) => signal?.addEventListener('abort', reject));
      }
      return { cells: 1, onBorder: 0, medianArea: 5, medianEccentricity: 0, coverage: 0.1 };
    });
    store.getState().startSearch(50);
    await vi.waitFor(() => expect(seeds()).toEqual([1, 2, 3]));
    store.getState().stopSearch();
    expect(store.getState().search.status).toBe('stopped');
    await new Promise((resolve) => setTimeout(resolve));
    expect(store.getState().search).toMatchObject({ status: 'stopped', error: null });
    expect(seeds()).toEqual([1, 2, 3]);
  });

  it('forgets what it found when the settings make other samples, not when another is looked at', async () => {
    const { store, seeds, settled } = await openStore();
    store.getState().setCriteria(atLeast(3));
    store.getState().startSearch(2);
    await settled();
    store.getState().updateView({ seed: 7, rightView: 'labels' });
    expect(seeds()).toEqual([3, 4]);
    store.getState().updateView({ psi: 0.2 });
    expect(store.getState().search).toMatchObject({ status: 'idle', found: [], measured: 0 });
    expect(store.getState().search.criteria).toEqual(atLeast(3));
  });

  it('says why it could not go on', async () => {
    const { store, settled, measureSample } = await openStore();
    measureSample.mockRejectedValue(new CytoForgeError('device-lost', 'Gone.'));
    store.getState().startSearch(2);
    await settled();
    expect(store.getState().search).toMatchObject({
      status: 'failed',
      error: { code: 'device-lost' },
    });
  });
});

describe('seedsToSearch', () => {
  it('yields each seed once, and ends with the largest', () => {
    const take = (list: number[], from: number, count: number) => {
      const seeds: number[] = [];
      for (const seed of seedsToSearch(list, from)) {
        seeds.push(seed);
        if (seeds.length === count) break;
      }
      return seeds;
    };
    expect(take([5, 9, 6], 1, 6)).toEqual([5, 9, 6, 7, 8, 10]);
    expect(take([], 42, 2)).toEqual([42, 43]);
    expect([...seedsToSearch([2 ** 32 - 2], 0)]).toEqual([2 ** 32 - 2, 2 ** 32 - 1]);
  });
});
