import type { MaskManifest, Pix2PixHdManifest } from '../checkpoints/bundle/manifest.ts';
import type { ModelReference, SampleRecipe } from './recipe.ts';

/** The threshold of the seed system, for models that propose none. */
const SEED_SYSTEM_THRESHOLD = 240;

/** Larger than every instance id of a label map, so that samples do not share draws. */
const DRAWS_PER_SAMPLE = 65_537;

/** How recipes and data sets name a model. */
export function modelReference(manifest: {
  name: string;
  provenance: { weightsSha256: string };
}): ModelReference {
  return { name: manifest.name, sha256: manifest.provenance.weightsSha256 };
}

/**
 * A fresh recipe: what the models propose, and the seed system's habits where they propose nothing.
 * @param imageManifest Null for masks only.
 */
export function defaultRecipe(
  maskManifest: MaskManifest,
  imageManifest: Pix2PixHdManifest | null,
  seed: number,
): SampleRecipe {
  const mask = maskManifest.defaults ?? {};
  const image = imageManifest?.defaults ?? {};
  const side = image.imageSize ?? mask.imageSize ?? maskManifest.config.imgResolution;
  return {
    version: 1,
    maskModel: modelReference(maskManifest),
    imageModel: imageManifest && modelReference(imageManifest),
    seed,
    blend: [],
    mix: null,
    classIndex: maskManifest.config.cDim > 0 ? 0 : null,
    psi: mask.psi ?? 1,
    cutoff: null,
    transform: { translateX: 0, translateY: 0, rotateDegrees: 0 },
    canvas: null,
    noiseMode: 'const',
    truth: {
      threshold: mask.threshold ?? SEED_SYSTEM_THRESHOLD,
      fillHoles: true,
      split: 'watershed',
      smallestObject: image.smallestObject ?? mask.smallestObject ?? 0,
    },
    edits: null,
    size: { width: side, height: side, resampling: 'bicubic' },
    style: { mode: 'sampled', cluster: 0, seed: 0, byInstance: {}, palette: null },
    spots: null,
    optics: null,
  };
}

/** The seed of what one sample draws, when samples count from `first`: far apart, and in range. */
export function seedOfSample(first: number, seed: number): number {
  const seeds = 2 ** 32;
  return (((first + seed * DRAWS_PER_SAMPLE) % seeds) + seeds) % seeds;
}

/**
 * What a set draws anew for every sample (sampled styles, spots, noise): the template's seeds count from the sample's
 * own, far enough apart that no two samples share the draw of an instance.
 */
function drawnFor(recipe: SampleRecipe, seed: number): SampleRecipe {
  const { style, spots, optics } = recipe;
  const own = <Drawn extends { seed: number }>(drawn: Drawn): Drawn => ({
    ...drawn,
    seed: seedOfSample(drawn.seed, seed),
  });
  return {
    ...recipe,
    style: style.mode === 'sampled' ? own(style) : style,
    spots: spots && own(spots),
    optics: optics && own(optics),
  };
}

/**
 * The recipe of one sample of a set: `template` with this seed, and without a blend and edits, which would be the same
 * for every seed.
 */
export function recipeForSeed(template: SampleRecipe, seed: number): SampleRecipe {
  return drawnFor({ ...template, seed, blend: [], edits: null }, seed);
}

/** The settings that `recipeForSeed` made a recipe from, with its blend and edits kept. */
export function templateOfRecipe(recipe: SampleRecipe): SampleRecipe {
  return drawnFor(recipe, -recipe.seed);
}
