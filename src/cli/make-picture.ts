import { CytoForgeError } from '../errors.ts';
import type { ByteImage } from '../imaging/image.ts';
import { defaultRecipe } from '../pipeline/default-recipe.ts';
import type { BackendChoice, GenerationService } from '../pipeline/generation-service.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import { type Models, openModels } from './open-models.ts';
import { applyOptions, type RecipeOptions } from './recipe-options.ts';
import { type StyleOptions, withStyles } from './style-options.ts';

/** The options of commands that make pictures rather than data sets. */
export interface PictureOptions extends RecipeOptions, StyleOptions {
  maskModel?: string;
  imageModel?: string;
  what: 'mask' | 'image';
  backend: BackendChoice;
  out: string;
}

/** The models that the pictures need: no image model for masks. */
export function openPictureModels(options: PictureOptions): Promise<Models> {
  const { maskModel, imageModel, what } = options;
  if (what === 'image' && imageModel === 'none') {
    throw new CytoForgeError('bad-option', 'An image needs an image model.', {
      found: '--image-model none',
      expected: 'a pix2pixHD model, or --what mask',
    });
  }
  return openModels({ maskModel, imageModel: what === 'image' ? imageModel : 'none' });
}

/**
 * What all pictures of a command have in common; one style for all objects, as styles drawn would flicker.
 * @throws CytoForgeError as `applyOptions` and `withStyles`.
 */
export async function pictureTemplate(
  { mask, image }: Models,
  options: PictureOptions,
  service: GenerationService,
  stop: AbortSignal,
): Promise<SampleRecipe> {
  const fresh = defaultRecipe(mask.manifest, image?.manifest ?? null, 0);
  const oneStyle: SampleRecipe = { ...fresh, style: { ...fresh.style, mode: 'cluster' } };
  const plain = applyOptions(oneStyle, options, mask.manifest.config.imgResolution);
  const [template] = await withStyles([plain], options, image?.manifest ?? null, service, stop);
  return template;
}

/** One picture: the generator's mask at its own size, or the image. */
export async function makePicture(
  service: GenerationService,
  recipe: SampleRecipe,
  signal?: AbortSignal,
): Promise<ByteImage> {
  if (!recipe.imageModel) return service.makeRawMask(recipe, signal);
  const { image } = await service.makeSample(recipe, signal);
  return image as ByteImage;
}
