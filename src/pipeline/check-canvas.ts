import type { MaskManifest } from '../checkpoints/bundle/manifest.ts';
import { CytoForgeError } from '../errors.ts';
import type { SampleRecipe } from './recipe.ts';

/**
 * Checks that the mask model can draw the recipe's canvas.
 * @throws CytoForgeError `bad-recipe` for a canvas of a generator that draws its training size only.
 */
export function checkCanvas({ canvas }: SampleRecipe, manifest: MaskManifest): void {
  if (!canvas || manifest.architecture === 'stylegan3') return;
  const side = manifest.config.imgResolution;
  throw new CytoForgeError('bad-recipe', 'StyleGAN2 draws its training size only.', {
    where: 'recipe, field canvas',
    found: `${canvas.width} by ${canvas.height} pixels`,
    expected: `null, for ${side} by ${side}`,
    hint: 'Use a StyleGAN3 model for larger fields.',
  });
}
