import { beforeEach, describe, expect, it, vi } from 'vitest';
import { deferred } from '../engine/deferred.ts';
import { testSample } from '../engine/fixtures/test-sample.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import {
  imageManifest,
  libraryModel,
  maskManifest,
  testAddress,
  testEngine,
} from './fixtures/test-engine.ts';
import { createStudioStore } from './studio-store.ts';
import { variantKey } from './variants-slice.ts';

const eventually = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 10 });

/** A studio whose masks are made one by one, when the test says so. */
async function studio() {
  const { engine } = testEngine([libraryModel(maskManifest()), libraryModel(imageManifest())]);
  const asked: { recipe: SampleRecipe; priority: string; finish(): void }[] = [];
  engine.generation.makeRawMask = async (recipe, { priority }) => {
    const { promise, resolve } = deferred<void>();
    asked.push({ recipe, priority, finish: () => resolve() });
    await promise;
    return testSample(recipe).rawMask;
  };
  const store = createStudioStore(engine, testAddress('#seeds=1-9'));
  // The seeds of the list that are made ahead would come between.
  store.getState().showSeeds([], []);
  await store.getState().startStudio();
  await eventually(() => expect(store.getState().sample.status).toBe('done'));
  return { engine, store, asked };
}

let made: Awaited<ReturnType<typeof studio>>;
beforeEach(async () => {
  made = await studio();
});

const seedOf = (at: number) => made.asked[at]?.recipe.seed;

describe('small masks', () => {
  it('are made one at a time, the one under the pointer before all others', async () => {
    const { store, asked } = made;
    store.getState().showSeeds([20, 21, 22, 23], [30]);
    await eventually(() => expect(seedOf(0)).toBe(20));
    store.getState().pointAtSeed(23);
    asked[0].finish();
    await eventually(() => expect(seedOf(1)).toBe(23));
    store.getState().pointAtSeed(null);
    asked[1].finish();
    await eventually(() => expect(seedOf(2)).toBe(21));
    expect(asked).toHaveLength(3);
    expect(asked.map(({ priority }) => priority)).toEqual(['visible', 'visible', 'visible']);
  });

  it('wait while the large view is made', async () => {
    const { engine, store, asked } = made;
    const view = deferred<void>();
    engine.generation.makeSample = async (recipe) => {
      await view.promise;
      return testSample(recipe);
    };
    store.getState().updateView({ seed: 7 });
    expect(store.getState().sample.status).toBe('busy');
    store.getState().showSeeds([20, 21], []);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(asked).toHaveLength(0);
    view.resolve();
    await eventually(() => expect(seedOf(0)).toBe(20));
  });

  it('are in the state only as long as they are wanted', async () => {
    const { store } = made;
    for (let first = 0; first < 5000; first += 50) {
      store.getState().showSeeds(
        Array.from({ length: 50 }, (_, at) => first + at),
        [],
      );
    }
    expect(store.getState().thumbnails.size).toBe(50);
  });
});

describe('variants', () => {
  it('are made at their own place and truncation, and at the other settings of the view', async () => {
    const { store, asked } = made;
    const blend = [
      { seed: 3, weight: 0.5 },
      { seed: 4, weight: 0.5 },
    ];
    store.getState().updateView({ cutoff: 4 });
    const variants = [
      { seed: 3, blend, psi: -1 },
      { seed: 3, blend },
    ];
    store.getState().showVariants(variants);
    await eventually(() => expect(asked).toHaveLength(1));
    asked[0].finish();
    await eventually(() => expect(asked).toHaveLength(2));
    asked[1].finish();
    await eventually(() => {
      for (const variant of variants) {
        expect(store.getState().variants.get(variantKey(variant))?.status).toBe('done');
      }
    });
    const recipes = asked.map(({ recipe }) => recipe);
    expect(recipes).toMatchObject([
      { blend, psi: -1, cutoff: 4 },
      { blend, psi: 0.7, cutoff: 4 },
    ]);
    store.getState().showVariants([]);
    expect(store.getState().variants.size).toBe(0);
  });
});

describe('a blend in the view', () => {
  it('takes the styles of single cells away with the sample they belong to', () => {
    const { updateView, setInstanceStyle } = made.store.getState();
    setInstanceStyle(3, 1);
    updateView({ psi: 0.5 });
    expect(made.store.getState().view.style.byInstance).toEqual({ 3: 1 });
    updateView({ blend: [{ seed: 1, weight: 1 }] });
    expect(made.store.getState().view.style.byInstance).toEqual({});
  });
});
