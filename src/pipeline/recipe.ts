/**
 * The recipe of one sample: everything a person can do to it, as a value. The store holds it, the URL and
 * the manifest carry it, the pipeline runs it; the same recipe gives the same pixels.
 */

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
}

/** The whole of one sample. */
export interface SampleRecipe {
  version: 1;
  maskModel: ModelReference;
  /** Null: masks only. */
  imageModel: ModelReference | null;
  seed: number;
  classIndex: number | null;
  psi: number;
  /** How many w are truncated; null is all of them. */
  cutoff: number | null;
  transform: TransformRecipe;
  noiseMode: NoiseMode;
  truth: TruthRecipe;
  size: SizeRecipe;
  style: StyleRecipe;
}
