import { describe, expect, it } from 'vitest';
import { defaultRecipe, recipeForSeed } from './default-recipe.ts';
import { exampleImageManifest, exampleMaskManifest } from './fixtures/example-manifests.ts';
import { parseRecipe } from './parse-recipe.ts';

describe('defaultRecipe', () => {
  it('takes what the models propose', () => {
    const recipe = defaultRecipe(exampleMaskManifest, exampleImageManifest, 7);
    expect(parseRecipe(recipe)).toEqual(recipe);
    expect(recipe).toMatchObject({
      seed: 7,
      classIndex: null,
      psi: 0.8,
      truth: { threshold: 128, split: 'watershed', smallestObject: 5 },
      size: { width: 192, height: 192 },
      imageModel: { name: 'cells' },
    });
  });

  it('falls back on the habits of the seed system', () => {
    const mask = { ...exampleMaskManifest, defaults: undefined };
    expect(defaultRecipe(mask, null, 0)).toMatchObject({
      imageModel: null,
      psi: 1,
      truth: { threshold: 240, smallestObject: 0 },
      size: { width: 64, height: 64 },
    });
  });

  it('begins with class 0 where the model has classes', () => {
    const config = { ...exampleMaskManifest.config, cDim: 3 };
    expect(defaultRecipe({ ...exampleMaskManifest, config }, null, 0).classIndex).toBe(0);
  });
});

describe('recipeForSeed', () => {
  const template = defaultRecipe(exampleMaskManifest, exampleImageManifest, 0);

  it('draws styles anew for every sample, within the range of seeds', () => {
    const styleSeeds = [0, 1, 2, 4_294_967_295].map(
      (seed) => recipeForSeed(template, seed).style.seed,
    );
    expect(new Set(styleSeeds).size).toBe(4);
    for (const seed of styleSeeds) expect(seed).toBeLessThan(2 ** 32);
    // Seeds up to 2^32 - 1 times 65,537 stay exact.
    expect(styleSeeds[3]).toBe(Number((4_294_967_295n * 65_537n) % 2n ** 32n));
  });

  it('leaves a chosen cluster alone', () => {
    const fixed = { ...template, style: { ...template.style, mode: 'cluster' as const, seed: 3 } };
    expect(recipeForSeed(fixed, 9)).toEqual({ ...fixed, seed: 9 });
  });

  it('keeps a mix, which is a setting, and leaves a blend, which is a sample', () => {
    const mix = { seed: 3, layers: [1] };
    const one = { ...template, mix, blend: [{ seed: 1, weight: 1 }] };
    expect(recipeForSeed(one, 9)).toMatchObject({ seed: 9, mix, blend: [] });
  });
});
