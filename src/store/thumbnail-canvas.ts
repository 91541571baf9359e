import type { ModelManifest } from '../checkpoints/bundle/manifest.ts';
import { isMaskManifest } from '../checkpoints/bundle/mask-manifest.ts';
import type { CanvasRecipe } from '../pipeline/recipe.ts';

/** Canvases of up to so many times the training size's pixels are drawn whole in the grid. */
const MOST_TIMES = 4;

/** Whether thumbnails show the middle of a canvas only, because a grid of the whole would take too long. */
export function shrinksInGrid(canvas: CanvasRecipe | null, side: number): boolean {
  return canvas !== null && canvas.width * canvas.height > MOST_TIMES * side ** 2;
}

/** The canvas that a thumbnail draws: that of the view, or its middle of the training size. */
export function thumbnailCanvas(
  canvas: CanvasRecipe | null,
  mask: ModelManifest,
): CanvasRecipe | null {
  if (!isMaskManifest(mask) || shrinksInGrid(canvas, mask.config.imgResolution)) return null;
  return canvas;
}
