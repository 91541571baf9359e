import type { Pix2PixHdManifest } from '../checkpoints/bundle/manifest.ts';
import { paddedSize } from '../pipeline/padded-size.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';

/** A line for every size among `recipes` that the model can't render as it is; none without a model. */
export function paddedLines(
  recipes: readonly SampleRecipe[],
  model: Pix2PixHdManifest | undefined,
): string[] {
  if (!model) return [];
  const lines = recipes.flatMap(({ imageModel, size }) => {
    const padded = imageModel && paddedSize(model.config, size);
    if (!padded) return [];
    const { width, height, sizes } = padded;
    const rule = `multiples of ${sizes.multiple}, from ${sizes.smallest}`;
    const cropped = `cropped to ${size.width} × ${size.height}`;
    return `images rendered at ${width} × ${height} and ${cropped} (${model.name} takes ${rule})`;
  });
  return [...new Set(lines)];
}
