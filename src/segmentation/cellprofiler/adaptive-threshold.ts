import { CytoForgeError } from '../../errors.ts';
import type { RealImage } from '../../imaging/real-values.ts';
import { logIntensities } from '../../imaging/thresholds/log-intensities.ts';
import {
  crossEntropyTolerance,
  minimumCrossEntropy,
} from '../../imaging/thresholds/minimum-cross-entropy.ts';
import { sauvolaThresholds } from '../../imaging/thresholds/sauvola.ts';
import { blockThresholds } from './block-thresholds.ts';
import {
  type ThresholdRule,
  thresholdRule,
  thresholdsLogarithms,
  trivialThreshold,
} from './global-threshold.ts';
import type { ThresholdSettings } from './threshold-settings.ts';

/** How far from the global threshold a pixel's own may be. */
const LEAST_OF_GUIDE = 0.7;
const MOST_OF_GUIDE = 1.5;

function checkWindow({ width, height }: RealImage, window: number): void {
  const largest = Math.floor(Math.min(width, height) / 2);
  if (window >= 2 && window <= largest) return;
  throw new CytoForgeError('bad-option', 'The adaptive window does not fit the image.', {
    found: `${window} pixels for an image of ${width} × ${height}`,
    expected: `2 to ${Math.max(2, largest)} pixels: at most half of each side`,
    hint: 'Choose a smaller window, or the global threshold strategy.',
  });
}

/** The rule of one block; Minimum Cross-Entropy goes in steps as fine as the whole image's values. */
function ruleOfBlocks(settings: ThresholdSettings, values: RealImage['data']): ThresholdRule {
  const { adaptiveMethod } = settings;
  const tolerance = crossEntropyTolerance(values);
  const rule: ThresholdRule =
    adaptiveMethod === 'Minimum Cross-Entropy'
      ? (pixels) => minimumCrossEntropy(pixels, tolerance)
      : thresholdRule(settings, adaptiveMethod);
  return (pixels) => trivialThreshold(pixels) ?? rule(pixels);
}

/** Blocks of intensities; pixels of 0 count as masked, as they do in CellProfiler's library (version 5). */
function thresholdsOfIntensities(image: RealImage, settings: ThresholdSettings): Float64Array {
  const rule = ruleOfBlocks(settings, image.data);
  return blockThresholds(image, settings.adaptiveWindow, (block) =>
    rule(block.filter((value) => value !== 0)),
  );
}

/** Blocks of logarithms, of which many are 0: no pixel is left out, as in CellProfiler 4. */
function thresholdsOfLogarithms(image: RealImage, settings: ThresholdSettings): Float64Array {
  const { values: data, intensityOf } = logIntensities(image.data);
  const rule = ruleOfBlocks(settings, data);
  return blockThresholds({ ...image, data }, settings.adaptiveWindow, rule).map(intensityOf);
}

/**
 * A threshold of every pixel, `[H, W]`, before it is corrected (CellProfiler's `get_local_threshold`).
 * @throws CytoForgeError `bad-option` when fewer than two windows fit along a side (not for Sauvola).
 */
export function adaptiveThreshold(image: RealImage, settings: ThresholdSettings): Float64Array {
  const { width, height, data } = image;
  const { adaptiveMethod, adaptiveWindow } = settings;
  const trivial = trivialThreshold(data);
  if (trivial !== null) return new Float64Array(data.length).fill(trivial);
  if (adaptiveMethod === 'Sauvola') {
    const window = adaptiveWindow % 2 ? adaptiveWindow : adaptiveWindow + 1;
    return sauvolaThresholds(data, width, height, window);
  }
  checkWindow(image, adaptiveWindow);
  return thresholdsLogarithms(settings, adaptiveMethod)
    ? thresholdsOfLogarithms(image, settings)
    : thresholdsOfIntensities(image, settings);
}

/**
 * Thresholds multiplied by the correction factor, kept within the settings' bounds and within 0.7 to 1.5 of
 * the image's one threshold, so that a window without any object gives none.
 * @param guide The corrected global threshold.
 */
export function correctThresholds(
  thresholds: Float64Array,
  guide: number,
  settings: ThresholdSettings,
): Float64Array {
  const least = Math.max(settings.lowerBound, guide * LEAST_OF_GUIDE);
  const most = Math.min(settings.upperBound, guide * MOST_OF_GUIDE);
  return thresholds.map((threshold) =>
    Math.min(Math.max(threshold * settings.correctionFactor, least), most),
  );
}
