import { describe, expect, it } from 'vitest';
import { exampleImageManifest } from '../pipeline/fixtures/example-manifests.ts';
import { exampleRecipe } from '../pipeline/fixtures/example-recipe.ts';
import { paddedLines } from './padded-lines.ts';

function recipeOf(width: number, height: number) {
  const imageModel = { name: 'cells', sha256: 'b'.repeat(64) };
  return { ...exampleRecipe, imageModel, size: { ...exampleRecipe.size, width, height } };
}

describe('paddedLines', () => {
  it('says every size once', () => {
    const recipes = [recipeOf(200, 100), recipeOf(64, 64), recipeOf(200, 100), recipeOf(3, 16)];
    expect(paddedLines(recipes, exampleImageManifest)).toEqual([
      'images rendered at 200 × 104 and cropped to 200 × 100 (cells takes multiples of 8, from 16)',
      'images rendered at 16 × 16 and cropped to 3 × 16 (cells takes multiples of 8, from 16)',
    ]);
  });

  it('is silent where no image is made', () => {
    expect(paddedLines([recipeOf(3, 3)], undefined)).toEqual([]);
    expect(paddedLines([{ ...recipeOf(3, 3), imageModel: null }], exampleImageManifest)).toEqual(
      [],
    );
  });
});
