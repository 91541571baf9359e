import { LARGEST_SIDE } from '../../pipeline/parse-recipe.ts';
import type { CanvasRecipe, SizeRecipe } from '../../pipeline/recipe.ts';

/** Sides offered for a sample of the training size. */
const SIDES = [64, 128, 192, 256, 320, 384, 448, 512, 640, 768, 896, 1024];

type Extent = Pick<SizeRecipe, 'width' | 'height'>;

const isSame = (a: Extent, b: Extent) => a.width === b.width && a.height === b.height;

/**
 * The sizes a sample can be given, smallest first: the usual sides, in proportion to the canvas, and the present
 * size where it is none of them.
 * @param side the mask model's training size
 */
export function sizeChoices(canvas: CanvasRecipe, side: number, present: Extent): Extent[] {
  const usual = SIDES.map((pixels) => ({
    width: Math.round((pixels * canvas.width) / side),
    height: Math.round((pixels * canvas.height) / side),
  })).filter(({ width, height }) => Math.max(width, height) <= LARGEST_SIDE);
  const own = { width: present.width, height: present.height };
  const all = usual.some((size) => isSame(size, own)) ? usual : [...usual, own];
  return all.sort((a, b) => a.width * a.height - b.width * b.height);
}
