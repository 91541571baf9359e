import type { ModelManifest } from '../checkpoints/bundle/manifest.ts';
import { isMaskManifest } from '../checkpoints/bundle/mask-manifest.ts';
import { modelReference, recipeForSeed } from '../pipeline/default-recipe.ts';
import { spotModelOf } from '../pipeline/models-of-recipe.ts';
import type { MixRecipe, SampleRecipe, StylePalette, StyleRecipe } from '../pipeline/recipe.ts';
import { fitsModel, paletteSize } from '../pipeline/style-palette.ts';
import type { ExploreView, ModelEntry, StudioState } from './studio-state.ts';

/** StyleGAN2 cannot be moved. */
const NOT_MOVED = { translateX: 0, translateY: 0, rotateDegrees: 0 };

/** The two chosen models; a hash that is not in the library counts as no choice. */
export function chosenModels(state: Pick<StudioState, 'models' | 'maskModel' | 'imageModel'>): {
  mask: ModelEntry | null;
  image: ModelEntry | null;
} {
  const find = (sha256: string | null) =>
    state.models.find((model) => model.sha256 === sha256) ?? null;
  return { mask: find(state.maskModel), image: find(state.imageModel) };
}

/** The model that renders the spots of a recipe, where it has one and it is in the library. */
export function spotModelEntry(
  models: readonly ModelEntry[],
  recipe: Pick<SampleRecipe, 'spots'>,
): ModelEntry | null {
  const reference = spotModelOf(recipe);
  return models.find(({ sha256 }) => sha256 === reference?.sha256) ?? null;
}

/** How many style clusters a model offers: every label must have the cluster, so the smallest count. */
export function clusterCount(model: ModelManifest | null): number {
  if (model?.architecture !== 'pix2pixhd' || !model.styleClusters) return 0;
  const counts = Object.values(model.styleClusters).map((centres) => centres.length);
  return counts.length === 0 ? 0 : Math.min(...counts);
}

/** A palette where the model can paint it, else null. */
export function paletteFor(
  model: ModelManifest | null,
  palette: StylePalette | null,
): StylePalette | null {
  if (model?.architecture !== 'pix2pixhd' || !palette) return null;
  return fitsModel(palette, model) ? palette : null;
}

/** How many styles there are to choose from: the palette's, or the model's clusters. */
export function styleCount(model: ModelManifest | null, palette: StylePalette | null): number {
  const fitting = paletteFor(model, palette);
  return fitting ? paletteSize(fitting) : clusterCount(model);
}

/**
 * The settings of a view as a recipe from which `recipeForSeed` makes that of each seed. Choices that a
 * former model allowed and this one does not (a class, a cluster, a placement, a noise) fall to the nearest it has.
 */
export function templateOfView(
  view: ExploreView,
  mask: ModelManifest,
  image: ModelManifest | null,
): SampleRecipe {
  return {
    version: 1,
    maskModel: modelReference(mask),
    imageModel: image && modelReference(image),
    seed: view.seed,
    // A blend is one sample, not a setting of them all.
    blend: [],
    mix: mixFor(mask, view.mix),
    classIndex: classFor(mask, view.classIndex),
    psi: view.psi,
    cutoff: cutoffFor(mask, view.cutoff),
    ...(mask.architecture === 'stylegan2'
      ? { transform: NOT_MOVED, canvas: null, noiseMode: view.noiseMode }
      : { transform: view.transform, canvas: view.canvas, noiseMode: 'const' }),
    truth: view.truth,
    // So are edits.
    edits: null,
    size: view.size,
    style: { ...styleFor(image, view.style), byInstance: {} },
    spots: view.spots,
    optics: view.optics,
  };
}

/** The recipe of the seed in view, with the styles picked for its single instances. */
export function recipeOfView(
  view: ExploreView,
  mask: ModelManifest,
  image: ModelManifest | null,
): SampleRecipe {
  const recipe = recipeForSeed(templateOfView(view, mask, image), view.seed);
  return {
    ...recipe,
    blend: view.blend,
    edits: view.edits,
    style: { ...recipe.style, byInstance: styleFor(image, view.style).byInstance },
  };
}

/** What the generator's own mask depends on: equal keys, equal masks. */
export function rawMaskKey(recipe: SampleRecipe): string {
  const { version, imageModel, truth, edits, size, style, spots, optics, ...drawn } = recipe;
  return JSON.stringify({ ...drawn, maskModel: drawn.maskModel.sha256 });
}

function classFor(mask: ModelManifest, wanted: number | null): number | null {
  const classes = isMaskManifest(mask) ? mask.config.cDim : 0;
  return classes === 0 ? null : Math.min(wanted ?? 0, classes - 1);
}

function cutoffFor(mask: ModelManifest, wanted: number | null): number | null {
  if (!isMaskManifest(mask) || wanted === null) return null;
  return Math.min(wanted, mask.config.numWs);
}

function mixFor(mask: ModelManifest, mix: MixRecipe | null): MixRecipe | null {
  if (!isMaskManifest(mask) || !mix) return null;
  return { ...mix, layers: mix.layers.filter((layer) => layer < mask.config.numWs) };
}

function styleFor(image: ModelManifest | null, style: StyleRecipe): StyleRecipe {
  const palette = paletteFor(image, style.palette);
  const last = Math.max(0, styleCount(image, palette) - 1);
  const byInstance = Object.entries(style.byInstance).map(([id, cluster]) => [
    id,
    Math.min(cluster, last),
  ]);
  return {
    ...style,
    palette,
    cluster: Math.min(style.cluster, last),
    byInstance: Object.fromEntries(byInstance),
  };
}
