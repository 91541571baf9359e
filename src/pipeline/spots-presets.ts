import { fiveClusters } from '../imaging/spots/five-clusters.ts';
import type { SizeRecipe } from './recipe.ts';
import type { OpticsRecipe, SpotsRecipe } from './spots-recipe.ts';

/** Spots of which there are none yet. */
export const NO_SPOTS: SpotsRecipe = {
  seed: 0,
  clusters: [],
  scatters: [],
  radius: { from: 1.5, to: 2.5 },
  intensity: { from: 120, to: 240 },
  fallOff: 0,
  rendering: 'gaussian',
  spotModel: null,
  composite: { mode: 'sum', opacity: 1 },
};

/** Radius of the discs in the seed system's point masks, on its canvas of 1024 pixels, and the least that is seen. */
const DISC = { radius: 3, canvas: 1024, least: 1.5 };

/**
 * The seed system's five clusters on a sample: dimmer towards the edge of a cluster as there (255 in the middle, 200
 * some 50 pixels away), discs of radius 3 on 1024 pixels, light joined by the saturating sum.
 */
export function fiveClusterSpots(size: Pick<SizeRecipe, 'width' | 'height'>): SpotsRecipe {
  const scaled = (DISC.radius * Math.min(size.width, size.height)) / DISC.canvas;
  const radius = Math.max(DISC.least, Math.round(scaled * 100) / 100);
  return {
    ...NO_SPOTS,
    clusters: fiveClusters(size),
    radius: { from: radius, to: radius },
    intensity: { from: 255, to: 255 },
    fallOff: 0.5,
  };
}

/** What the optics do before anybody says. */
export const NO_OPTICS: OpticsRecipe = {
  psfSigma: 0,
  photonsAtWhite: 0,
  readNoise: 0,
  offset: 0,
  seed: 0,
};

/** Microscopes, from their typical figures: a sharp one, a blurred one, and one short of light. */
export const OPTICS_PRESETS = {
  confocal: { psfSigma: 0.9, photonsAtWhite: 200, readNoise: 1, offset: 2 },
  widefield: { psfSigma: 2, photonsAtWhite: 1000, readNoise: 2, offset: 12 },
  dim: { psfSigma: 1.2, photonsAtWhite: 25, readNoise: 4, offset: 8 },
} as const satisfies Record<string, Omit<OpticsRecipe, 'seed'>>;

/** One of them. */
export type OpticsPreset = keyof typeof OPTICS_PRESETS;

/** Their names. */
export const OPTICS_PRESET_NAMES = Object.keys(OPTICS_PRESETS) as OpticsPreset[];
