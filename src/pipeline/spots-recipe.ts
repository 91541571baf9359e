import type { ModelReference } from './recipe.ts';

/** A cloud of spots: a normal distribution with its own axes, in pixels of the sample. */
export interface SpotCluster {
  /** Centre. */
  x: number;
  y: number;
  count: number;
  /** Standard deviation along the long axis. */
  sigmaMajor: number;
  /** Across it. */
  sigmaMinor: number;
  /** Of the long axis, clockwise from the x axis as the image is seen. */
  angleDegrees: number;
}

/** Where spots are strewn evenly. */
export type SpotRegion = 'cells' | 'nuclei' | 'cytoplasm' | 'membranes' | 'background';

/** Spots at the same density everywhere in a region. */
export interface SpotScatter {
  region: SpotRegion;
  /** Expected spots per 1,000 pixels of the region. */
  density: number;
}

/** How the light of spots joins that of the cells. */
export interface SpotComposite {
  /** `sum` saturates at 255, as `Combine.py` does. */
  mode: 'sum' | 'alpha' | 'screen';
  /** 0..1. */
  opacity: number;
}

/** The fluorescent spots of one sample. */
export interface SpotsRecipe {
  seed: number;
  clusters: SpotCluster[];
  scatters: SpotScatter[];
  /** Of a spot in pixels; drawn evenly between the two. */
  radius: { from: number; to: number };
  /** Grey levels at the middle of a spot; drawn evenly between the two. */
  intensity: { from: number; to: number };
  /** How much dimmer a spot gets away from its cluster's centre, 0 (not at all) .. 1. */
  fallOff: number;
  /** What a spot looks like: a Gaussian of its radius, or what the spot model makes of the point mask. */
  rendering: 'gaussian' | 'model';
  /** Null: rendered as Gaussians. */
  spotModel: ModelReference | null;
  composite: SpotComposite;
}

/** The camera's share of an image: blur, shot noise and read noise, applied last. */
export interface OpticsRecipe {
  /** Standard deviation of the point-spread function in pixels; 0 is none. */
  psfSigma: number;
  /** Photons that make the level 255; 0 leaves shot noise out. */
  photonsAtWhite: number;
  /** Standard deviation of the read noise in grey levels. */
  readNoise: number;
  /** Grey levels added everywhere. */
  offset: number;
  seed: number;
}
