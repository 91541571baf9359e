import { type NumberedComponents, numberComponents } from '../../imaging/number-components.ts';
import { propagateLabels } from '../../imaging/propagate-labels.ts';
import { extentOf, type RealImage, type RealValues } from '../../imaging/real-values.ts';
import { watershed } from '../../imaging/watershed.ts';
import { maximaSearch, smoothingWidth } from './declump-settings.ts';
import { distancesToBackground, distinctDistances } from './distances-in-clumps.ts';
import { findMaxima } from './find-maxima.ts';
import type { PrimarySettings } from './primary-settings.ts';
import { smoothForDeclumping } from './smooth-for-declumping.ts';

/** Objects of clumps and the points they grew from. */
export interface DeclumpedObjects {
  /** `[H, W]`; the numbers of objects are those of their maxima. */
  labels: Int32Array;
  /** `[H, W]`, numbered 1 … `maximaCount`. */
  maxima: Int32Array;
  maximaCount: number;
  /** Distance within which there is only one maximum, pixels. */
  suppression: number;
}

/** What CellProfiler reports when nothing is declumped. */
const UNUSED_SUPPRESSION = 7;

/** The picture in which each object should have one maximum. */
function peaksOf(image: RealImage, labels: Int32Array, settings: PrimarySettings): RealValues {
  if (settings.unclumpMethod === 'Intensity') {
    return smoothForDeclumping(image, smoothingWidth(settings));
  }
  return distinctDistances(labels, image.width, image.height, settings.fillHoles === 'Never');
}

/** The heights that are flooded: objects are valleys. */
function valleysOf(
  image: RealImage,
  labels: Int32Array,
  peaks: RealValues,
  settings: PrimarySettings,
): RealValues {
  if (settings.watershedMethod === 'Intensity') return image.data.map((value) => 1 - value);
  const distances =
    settings.unclumpMethod === 'Shape'
      ? peaks
      : distancesToBackground(labels, image.width, image.height);
  const [, farthest] = extentOf(distances);
  return distances.map((distance) => farthest - distance);
}

/**
 * Divides clumps of objects (CellProfiler's `separate_neighboring_objects`): finds maxima of the blurred image
 * or of the distance to the background, and grows an object from each.
 * @param clumps Components of the foreground.
 */
export function declump(
  image: RealImage,
  { labels }: NumberedComponents,
  settings: PrimarySettings,
): DeclumpedObjects {
  const { width, height } = image;
  const { unclumpMethod, watershedMethod } = settings;
  if (unclumpMethod === 'None' || watershedMethod === 'None') {
    const maxima = new Int32Array(labels.length);
    return { labels, maxima, maximaCount: 0, suppression: UNUSED_SUPPRESSION };
  }
  const search = maximaSearch(settings);
  const peaks = peaksOf(image, labels, settings);
  const points = findMaxima({ width, height, data: peaks, labels }, search);
  const { labels: maxima, count } = numberComponents(points, width, height, 8);
  const grown =
    watershedMethod === 'Propagate'
      ? propagateLabels(new Uint8Array(labels.length), maxima, width, { mask: labels, weight: 1 })
          .labels
      : watershed(valleysOf(image, labels, peaks, settings), maxima, width, {
          mask: labels,
          connectivity: 8,
        });
  return { labels: grown, maxima, maximaCount: count, suppression: search.suppression };
}
