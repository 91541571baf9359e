import type { PrimarySettings } from './primary-settings.ts';

/** Filters are said as the width of a Gaussian at half its height: 2.35 standard deviations. */
const WIDTH_PER_SIGMA = 2.35;

/** With the smallest diameter of objects above this, maxima may be sought in a smaller image. */
const LOW_RESOLUTION_DIAMETER = 10;

/** The width of the smoothing before maxima are sought, pixels; 0 for none. */
export function smoothingWidth(settings: PrimarySettings): number {
  if (!settings.automaticSmoothing) return settings.smoothingFilterSize;
  return (WIDTH_PER_SIGMA * settings.minimumDiameter) / 3.5;
}

/** Gaussian and reach of a smoothing filter of a width. */
export function smoothingKernel(width: number): { sigma: number; radius: number } {
  return { sigma: width / WIDTH_PER_SIGMA, radius: Math.max(1, Math.trunc(width / 2)) };
}

/** In what picture maxima are sought, and how far apart they must be. */
export interface MaximaSearch {
  /** Scale of the picture in which they are sought, above 0, at most 1. */
  scale: number;
  /** Radius of the disk in which there is only one, pixels of that picture. */
  radius: number;
  /** The distance that this suppresses, pixels of the image. */
  suppression: number;
}

/** How the settings have maxima sought. */
export function maximaSearch(settings: PrimarySettings): MaximaSearch {
  const { minimumDiameter, automaticSuppression, maximaSuppressionSize } = settings;
  const isReduced = settings.lowResolutionMaxima && minimumDiameter > LOW_RESOLUTION_DIAMETER;
  const scale = isReduced ? LOW_RESOLUTION_DIAMETER / minimumDiameter : 1;
  let size = isReduced ? maximaSuppressionSize * scale + 0.5 : maximaSuppressionSize;
  if (automaticSuppression) size = isReduced ? 7 : minimumDiameter / 1.5;
  return { scale, radius: Math.max(1, size - 0.5), suppression: size / scale };
}
