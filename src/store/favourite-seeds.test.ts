import { expect, it } from 'vitest';
import { exampleRecipe } from '../pipeline/fixtures/example-recipe.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import { favouriteSeeds } from './favourite-seeds.ts';
import type { KeptSample } from './kept-sample.ts';

const kept = (recipe: SampleRecipe, change: Partial<KeptSample> = {}): KeptSample => ({
  id: '',
  recipe,
  favourite: true,
  note: '',
  origin: 'seed',
  name: '',
  changed: 0,
  ...change,
});

it('finds the seeds marked at the same settings', () => {
  const template = { ...exampleRecipe, blend: [], edits: null, psi: 0.7 };
  const blend = [{ seed: 5, weight: 1 }];
  const marked = favouriteSeeds(
    [
      kept({ ...template, seed: 1 }),
      kept({ ...template, seed: 2, psi: 0.5 }),
      kept({ ...template, seed: 3 }, { favourite: false, note: 'a note' }),
      kept({ ...template, seed: 4, blend }),
      kept({ ...template, seed: 5 }, { name: 'dropped.png' }),
      kept({ ...template, seed: 6, size: { ...template.size, width: 999 } }),
    ],
    template,
  );
  expect([...marked]).toEqual([1, 6]);
});
