import type { CompositeMode } from '../imaging/compositing/composite-light.ts';
import type { Optics } from '../imaging/optics/apply-optics.ts';
import type { SpotScatter } from '../imaging/spots/place-spots.ts';
import type { SpotCluster } from '../imaging/spots/spot-cluster.ts';
import type { ModelReference } from './recipe.ts';

export type { SpotScatter } from '../imaging/spots/place-spots.ts';
export type { SpotCluster } from '../imaging/spots/spot-cluster.ts';
export type { SpotRegion } from '../imaging/spots/spot-regions.ts';

/** How the light of spots joins that of the cells. */
export interface SpotComposite {
  mode: CompositeMode;
  /** 0..1. */
  opacity: number;
}

/** The fluorescent spots of one sample. */
export interface SpotsRecipe {
  seed: number;
  clusters: SpotCluster[];
  scatters: SpotScatter[];
  /** Of a spot's disc in the point mask, in pixels; drawn evenly between the two. */
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
export type OpticsRecipe = Optics;
