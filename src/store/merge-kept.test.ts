import { expect, it } from 'vitest';
import { exampleRecipe } from '../pipeline/fixtures/example-recipe.ts';
import type { KeptSample } from './kept-sample.ts';
import { mergeKept } from './merge-kept.ts';

const of = (id: string, seed: number, changed: number): KeptSample => ({
  id,
  recipe: { ...exampleRecipe, seed },
  favourite: false,
  note: id,
  origin: 'seed',
  name: '',
  changed,
});
const bySeed = ({ recipe }: KeptSample) => String(recipe.seed);
const ids = (all: readonly KeptSample[]) => all.map(({ id }) => id);

it('adds what is new, the newest first', () => {
  const { kept, gone } = mergeKept([of('a', 1, 10)], of('b', 2, 20), bySeed);
  expect([ids(kept), gone]).toEqual([['b', 'a'], []]);
});

it('keeps the later of two for one sample, whichever comes first', () => {
  const [early, late] = [of('early', 1, 10), of('late', 1, 20)];
  for (const [first, second] of [
    [early, late],
    [late, early],
  ]) {
    const { kept, gone } = mergeKept([first], second, bySeed);
    expect([ids(kept), gone]).toEqual([['late'], ['early']]);
  }
});

it('lets a later change of an entry take its place', () => {
  const changed = { ...of('a', 1, 30), note: 'changed' };
  expect(mergeKept([of('a', 1, 10)], changed, bySeed)).toEqual({ kept: [changed], gone: [] });
});
