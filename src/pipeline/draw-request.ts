import type { MappingConfig } from '../checkpoints/bundle/manifest.ts';
import type { DrawRequest } from '../nn/stylegan/draw-masks.ts';
import { latentFromSeed } from '../random/random-state.ts';
import type { SampleRecipe } from './recipe.ts';

/**
 * What the generator is asked for: the recipe's seeds as their z, and its settings.
 * @param memory Bytes there are for maps.
 */
export function drawRequest(
  recipe: SampleRecipe,
  { zDim }: MappingConfig,
  memory = Infinity,
): DrawRequest {
  const { seed, blend, mix, classIndex, psi, cutoff, transform, noiseMode, canvas } = recipe;
  return {
    z: latentFromSeed(seed, zDim),
    blend: blend.map((part) => ({ z: latentFromSeed(part.seed, zDim), weight: part.weight })),
    mix: mix && { z: latentFromSeed(mix.seed, zDim), layers: mix.layers },
    classIndex,
    psi,
    cutoff,
    transform,
    noise: { mode: noiseMode, seed },
    canvas,
    memory,
  };
}
