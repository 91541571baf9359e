import { describe, expect, it } from 'vitest';
import { checkRecipe } from './check-recipe.ts';
import { exampleMaskManifest } from './fixtures/example-manifests.ts';
import { exampleRecipe } from './fixtures/example-recipe.ts';

const { config } = exampleMaskManifest;

describe('checkRecipe', () => {
  it('takes what fits', () => {
    expect(() => checkRecipe(exampleRecipe, config)).not.toThrow();
    expect(() => checkRecipe({ ...exampleRecipe, cutoff: 6 }, config)).not.toThrow();
    const mix = { seed: 1, layers: [0, 5] };
    expect(() => checkRecipe({ ...exampleRecipe, mix }, config)).not.toThrow();
    const classes = { ...config, cDim: 3 };
    expect(() => checkRecipe({ ...exampleRecipe, classIndex: 2 }, classes)).not.toThrow();
  });

  it.each([
    ['classIndex', { classIndex: 1 }, 0],
    ['classIndex', { classIndex: null }, 3],
    ['classIndex', { classIndex: 3 }, 3],
    ['cutoff', { cutoff: 7 }, 0],
    ['mix.layers', { mix: { seed: 1, layers: [0, 6] } }, 0],
  ])('refuses a wrong %s', (field, change, cDim) => {
    expect(() => checkRecipe({ ...exampleRecipe, ...change }, { ...config, cDim })).toThrowError(
      expect.objectContaining({
        code: 'bad-recipe',
        details: expect.objectContaining({ where: `recipe, field ${field}` }),
      }),
    );
  });
});
