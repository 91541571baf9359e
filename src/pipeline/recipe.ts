/**
 * The recipe of one sample: everything a person can do to it, as a value. The store holds it, the URL and
 * the manifest carry it, the pipeline runs it; the same recipe gives the same pixels.
 */

import type { OpticsRecipe, SpotsRecipe } from './spots-recipe.ts';

/** A model by name and by the hash of its weights (`Provenance.weightsSha256`). */
export interface ModelReference {
  name: string;
  sha256: string;
}

/** Where the mask is moved before synthesis: image widths and degrees, as in `gen_images.py`. */
export interface TransformRecipe {
  translateX: number;
  translateY: number;
  rotateDegrees: number;
}

/**
 * The noise of StyleGAN2's layers: the stored maps, none, or drawn from the stream that the seed's z comes from.
 * StyleGAN3 has none.
 */
export type NoiseMode = 'const' | 'random' | 'none';

/** A seed's w and how much of it goes into a blend. */
export interface SeedWeight {
  seed: number;
  weight: number;
}

/** Style mixing: these w (0 feeds the input, or the first block) come from another seed. */
export interface MixRecipe {
  seed: number;
  /** Indices of w, ascending. */
  layers: number[];
}

/** A field larger (or smaller) than the training size, in pixels of the generator; StyleGAN3 only. */
export interface CanvasRecipe {
  width: number;
  height: number;
}

/** Styles of a person's own images: feature vectors by class, in place of the model's style clusters. */
export interface StylePalette {
  /** Where they came from, for the page. */
  name: string;
  /** By label, `[styles][featNum]`, as a model's style clusters. */
  centres: Record<string, number[][]>;
}

/** How grey levels become instance ids. */
export interface TruthRecipe {
  /** 8-bit level below which a pixel is background, or Otsu's. */
  threshold: number | 'otsu';
  fillHoles: boolean;
  split: 'components' | 'watershed';
  /** Objects smaller than this many pixels (of the full-size label map) are dropped. */
  smallestObject: number;
}

/** Size of mask, labels and image, in pixels; the grey mask is resampled before it is thresholded. */
export interface SizeRecipe {
  width: number;
  height: number;
  resampling: 'bicubic' | 'nearest';
}

/**
 * Which K-means style cluster an instance gets: one for all, or drawn per instance from a seed
 * (`RandomState(seed + id + 1).randint(k)`, so an instance keeps its style when others come and go).
 * `byInstance` overrides single instances (key: instance id of the label map, 0 is the background).
 */
export interface StyleRecipe {
  mode: 'cluster' | 'sampled';
  cluster: number;
  seed: number;
  byInstance: Record<string, number>;
  /** Null: the model's own clusters. */
  palette: StylePalette | null;
}

/**
 * A label map that a person made of the sample's own, by hand; it takes the place of what the grey mask says.
 * Where its size is not the recipe's it is resampled to that (nearest).
 */
export interface MaskEdits {
  width: number;
  height: number;
  /** Instance ids row by row, as `encodeRuns` writes them. */
  labels: string;
  /** Where cells have their nucleus (the second class): 0 or 1 row by row, the same way; null without any. */
  nuclei: string | null;
}

/** The whole of one sample. */
export interface SampleRecipe {
  version: 1;
  maskModel: ModelReference;
  /** Null: masks only. */
  imageModel: ModelReference | null;
  seed: number;
  /**
   * The w of the sample as a weighted sum of those of seeds (before truncation; weights that add up to 1 stay among
   * them); empty for that of `seed` alone. Frames of an interpolation are such sums.
   */
  blend: SeedWeight[];
  mix: MixRecipe | null;
  classIndex: number | null;
  psi: number;
  /** How many w are truncated; null is all of them. */
  cutoff: number | null;
  transform: TransformRecipe;
  /** Null: the training size. */
  canvas: CanvasRecipe | null;
  noiseMode: NoiseMode;
  truth: TruthRecipe;
  /** Null: the truth is the grey mask's. */
  edits: MaskEdits | null;
  size: SizeRecipe;
  style: StyleRecipe;
  /** Null: none. */
  spots: SpotsRecipe | null;
  /** Null: the image as the networks make it. */
  optics: OpticsRecipe | null;
}
