import type { ModelManifest } from '../checkpoints/bundle/manifest.ts';
import { isMaskManifest } from '../checkpoints/bundle/mask-manifest.ts';
import type { CanvasRecipe } from '../pipeline/recipe.ts';

/** Canvases of up to so many times the training size's pixels are drawn whole in the grid. */
const MOST_TIMES = 4;

/**
 * The canvas that a thumbnail draws: that of the view, or, where a grid of them would take too long, its middle: the
 * training size.
 */
export function thumbnailCanvas(
  canvas: CanvasRecipe | null,
  mask: ModelManifest,
): CanvasRecipe | null {
  if (!canvas || !isMaskManifest(mask)) return null;
  const times = (canvas.width * canvas.height) / mask.config.imgResolution ** 2;
  return times <= MOST_TIMES ? canvas : null;
}
