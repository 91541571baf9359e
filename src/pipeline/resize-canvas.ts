import { LARGEST_SIDE } from './parse-recipe.ts';
import type { CanvasRecipe, SampleRecipe } from './recipe.ts';

/** What a change of canvas changes. */
type CanvasAndSize = Pick<SampleRecipe, 'canvas' | 'size'>;

/** The pixels that a generator draws for a recipe. */
export function canvasOf({ canvas }: Pick<SampleRecipe, 'canvas'>, side: number): CanvasRecipe {
  return canvas ?? { width: side, height: side };
}

/**
 * Another canvas with a size to match, so that cells keep theirs: the sample has as many pixels per pixel of the
 * generator as before, or as many as recipes may have.
 * @param canvas null, or as large as the training size, for that
 * @param side the generator's training size
 */
export function resizeCanvas(
  before: CanvasAndSize,
  canvas: CanvasRecipe | null,
  side: number,
): CanvasAndSize {
  const [from, to] = [canvasOf(before, side), canvas ?? { width: side, height: side }];
  const wanted = {
    width: (before.size.width * to.width) / from.width,
    height: (before.size.height * to.height) / from.height,
  };
  const shrink = Math.min(1, LARGEST_SIDE / Math.max(wanted.width, wanted.height));
  const pixels = (count: number) => Math.max(1, Math.round(count * shrink));
  return {
    canvas: to.width === side && to.height === side ? null : to,
    size: {
      ...before.size,
      width: pixels(wanted.width),
      height: pixels(wanted.height),
    },
  };
}
