import { readFile } from 'node:fs/promises';
import { parseDatasetManifest } from '../dataset/dataset-manifest.ts';
import { CytoForgeError } from '../errors.ts';
import { parseRecipe } from '../pipeline/parse-recipe.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';

/** What a `--recipe` file holds: one recipe to make samples by, or all samples of a set. */
export type RecipeFile =
  | { kind: 'recipe'; recipe: SampleRecipe }
  | { kind: 'dataset'; recipes: SampleRecipe[] };

/**
 * Reads a recipe or the `dataset.json` of a data set.
 * @throws CytoForgeError `io` when it cannot be read, `bad-recipe` when it is neither.
 */
export async function readRecipeFile(path: string): Promise<RecipeFile> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    const isSyntax = cause instanceof SyntaxError;
    throw new CytoForgeError(isSyntax ? 'bad-recipe' : 'io', 'The recipe cannot be read.', {
      where: path,
      found: (cause as Error).message,
      expected: 'a recipe or a dataset.json',
    });
  }
  const isDataset = typeof json === 'object' && json !== null && 'samples' in json;
  if (!isDataset) return { kind: 'recipe', recipe: parseRecipe(json, path) };
  const { samples } = parseDatasetManifest(json, parseRecipe);
  if (samples.length === 0) {
    throw new CytoForgeError('bad-recipe', 'The data set has no samples.', { where: path });
  }
  return { kind: 'dataset', recipes: samples.map(({ recipe }) => recipe) };
}
