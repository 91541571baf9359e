import { convolveSeparable } from '../../imaging/convolve-separable.ts';
import { gaussianKernel } from '../../imaging/gaussian-kernel.ts';
import type { RealImage, RealValues } from '../../imaging/real-values.ts';
import { adaptiveThreshold, correctThresholds } from './adaptive-threshold.ts';
import { correctThreshold, globalThreshold } from './global-threshold.ts';
import type { ThresholdSettings } from './threshold-settings.ts';

/** One threshold for all pixels, or one for each, `[H, W]`. */
export type Thresholds = number | Float64Array;

/** What was decided about foreground. */
export interface ThresholdOutcome {
  /** As applied: corrected and kept within bounds. */
  final: Thresholds;
  /** As the method gave it. */
  original: Thresholds;
  /** The corrected global threshold that bounds an adaptive one; else null. */
  guide: number | null;
  /** Sigma of the blur before the threshold was applied, pixels; 0 for none. */
  sigma: number;
  /** `[H, W]`, 0 and 1. */
  binary: Uint8Array;
}

const TRUNCATE = 4;

/** Gaussian blur in which what lies outside the image has no part. */
function blurWithinImage({ width, height, data }: RealImage, sigma: number): RealValues {
  const kernel = gaussianKernel(sigma, Math.trunc(TRUNCATE * sigma + 0.5));
  const blurred = convolveSeparable(data, width, height, kernel);
  const ones = new Float64Array(data.length).fill(1);
  const weights = convolveSeparable(ones, width, height, kernel);
  return weights.map((weight, i) => blurred[i] / (weight + Number.EPSILON));
}

/**
 * Foreground of an image: `[H, W]`, 1 where it is, once blurred, at or above its threshold. The smoothing
 * scale is the diameter within which half of a pixel's blurred intensity has its origin.
 */
export function applyThreshold(
  image: RealImage,
  threshold: Thresholds,
  smoothingScale: number,
): Pick<ThresholdOutcome, 'binary' | 'sigma'> {
  const sigma = smoothingScale / 0.6744 / 2;
  const values = sigma > 0 ? blurWithinImage(image, sigma) : image.data;
  const binary = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const limit = typeof threshold === 'number' ? threshold : threshold[i];
    if (values[i] >= limit) binary[i] = 1;
  }
  return { binary, sigma };
}

/** Finds the threshold that the settings describe. */
export function findThreshold(
  image: RealImage,
  settings: ThresholdSettings,
): Pick<ThresholdOutcome, 'final' | 'original' | 'guide'> {
  const original = globalThreshold(image.data, settings);
  if (settings.scope === 'Global') {
    const isManual = settings.globalMethod === 'Manual';
    const final = isManual ? original : correctThreshold(original, settings);
    return { final, original, guide: null };
  }
  const guide = correctThreshold(original, settings);
  const thresholds = adaptiveThreshold(image, settings);
  return { final: correctThresholds(thresholds, guide, settings), original: thresholds, guide };
}

/**
 * CellProfiler's Threshold module: the threshold of an image and the foreground it gives.
 * @param image Intensities from 0 to 1.
 * @throws CytoForgeError `bad-option` for an adaptive window that does not fit the image.
 */
export function thresholdImage(image: RealImage, settings: ThresholdSettings): ThresholdOutcome {
  const found = findThreshold(image, settings);
  return { ...found, ...applyThreshold(image, found.final, settings.smoothingScale) };
}
