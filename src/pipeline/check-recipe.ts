import type { MappingConfig } from '../checkpoints/bundle/manifest.ts';
import { CytoForgeError } from '../errors.ts';
import type { SampleRecipe } from './recipe.ts';

function refuse(field: string, found: string, expected: string): CytoForgeError {
  return new CytoForgeError('bad-recipe', 'The recipe does not fit the mask model.', {
    where: `recipe, field ${field}`,
    found,
    expected,
  });
}

/**
 * Checks what of a recipe depends on the mask model.
 * @throws CytoForgeError `bad-recipe` for a class, a cutoff or a mixed w that the model does not have.
 */
export function checkRecipe(recipe: SampleRecipe, config: MappingConfig): void {
  const { classIndex, cutoff, mix } = recipe;
  if (config.cDim === 0 && classIndex !== null) {
    throw refuse('classIndex', `class ${classIndex}`, 'null: the model has no classes');
  }
  if (config.cDim > 0 && (classIndex === null || classIndex >= config.cDim)) {
    throw refuse('classIndex', `${classIndex}`, `a class from 0 to ${config.cDim - 1}`);
  }
  if (cutoff !== null && cutoff > config.numWs) {
    throw refuse('cutoff', `${cutoff}`, `0 to ${config.numWs}, or null for all`);
  }
  const absent = mix?.layers.find((layer) => layer >= config.numWs);
  if (absent !== undefined) {
    throw refuse('mix.layers', `w ${absent}`, `w from 0 to ${config.numWs - 1}`);
  }
}
