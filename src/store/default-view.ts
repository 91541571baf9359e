import type { ModelManifest } from '../checkpoints/bundle/manifest.ts';
import { isMaskManifest } from '../checkpoints/bundle/mask-manifest.ts';
import { defaultRecipe } from '../pipeline/default-recipe.ts';
import type { RecipeSettings } from '../pipeline/recipe-url.ts';
import type { ExploreView } from './studio-state.ts';

/** The grid a fresh page shows. */
const FRESH_SEEDS = '1-60';

/** Shown for the moment before the first model is known; the demo model's fifth seed holds separate nuclei. */
const BEFORE_MODELS: RecipeSettings = {
  seed: 5,
  blend: [],
  mix: null,
  classIndex: null,
  psi: 1,
  cutoff: null,
  transform: { translateX: 0, translateY: 0, rotateDegrees: 0 },
  canvas: null,
  noiseMode: 'const',
  truth: { threshold: 240, fillHoles: true, split: 'watershed', smallestObject: 0 },
  edits: null,
  size: { width: 256, height: 256, resampling: 'bicubic' },
  style: { mode: 'sampled', cluster: 0, seed: 0, byInstance: {}, palette: null },
  spots: null,
  optics: null,
};

/**
 * The view of a page nobody has touched, with what the chosen models propose.
 * @param mask Null while none is loaded.
 * @param image Null for masks only.
 */
export function defaultView(mask: ModelManifest | null, image: ModelManifest | null): ExploreView {
  return {
    ...settingsOfModels(mask, image),
    dropped: '',
    seeds: FRESH_SEEDS,
    leftView: 'mask',
    rightView: mask && !image ? 'labels' : 'image',
    pinned: [],
  };
}

function settingsOfModels(mask: ModelManifest | null, image: ModelManifest | null): RecipeSettings {
  if (!mask || !isMaskManifest(mask)) return BEFORE_MODELS;
  const painter = image?.architecture === 'pix2pixhd' ? image : null;
  const { version, maskModel, imageModel, ...settings } = defaultRecipe(
    mask,
    painter,
    BEFORE_MODELS.seed,
  );
  return settings;
}
