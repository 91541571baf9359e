import type { ModelReference, SampleRecipe } from './recipe.ts';

/** The model that renders a recipe's spots; null where they are Gaussians, or none. */
export function spotModelOf({ spots }: Pick<SampleRecipe, 'spots'>): ModelReference | null {
  return spots?.rendering === 'model' ? spots.spotModel : null;
}

/** Every model that a recipe runs: mask, image, spots. */
export function modelsOfRecipe(recipe: SampleRecipe): ModelReference[] {
  return [recipe.maskModel, recipe.imageModel, spotModelOf(recipe)].filter(
    (reference) => reference !== null,
  );
}
