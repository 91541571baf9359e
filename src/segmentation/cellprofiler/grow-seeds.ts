import { growToNearest } from '../../imaging/expand-labels.ts';
import { propagateLabels } from '../../imaging/propagate-labels.ts';
import { type RealImage, type RealValues, zerosLike } from '../../imaging/real-values.ts';
import { sobelAlong } from '../../imaging/sobel.ts';
import { watershed } from '../../imaging/watershed.ts';
import type { SecondarySettings } from './secondary-settings.ts';

/** How fast the image changes along its rows: CellProfiler takes the gradient along the last axis alone. */
function gradient({ width, height, data }: RealImage): RealValues {
  const rise = zerosLike(data);
  rise.set(sobelAlong(data, width, height, 'x'));
  for (let i = 0; i < rise.length; i++) rise[i] = Math.abs(rise[i]);
  return rise;
}

/**
 * Grows seeds over an image by one of the methods of IdentifySecondaryObjects.
 * @param seeds `[H, W]` labels, 0 elsewhere; they keep all their pixels.
 * @param foreground `[H, W]`, not 0 where objects may be; null (everywhere) for `Distance - N` alone.
 * @returns `[H, W]` labels.
 */
export function growSeeds(
  image: RealImage,
  seeds: Int32Array,
  foreground: Uint8Array | null,
  settings: Pick<SecondarySettings, 'method' | 'distanceToDilate' | 'regularizationFactor'>,
): Int32Array {
  const { width, data } = image;
  const { method, distanceToDilate, regularizationFactor } = settings;
  if (method === 'Distance - N' || foreground === null) {
    return growToNearest(seeds, width, distanceToDilate);
  }
  if (method === 'Propagation') {
    const options = { mask: foreground, weight: regularizationFactor };
    return propagateLabels(data, seeds, width, options).labels;
  }
  if (method === 'Distance - B') {
    const options = { mask: foreground, weight: 1 };
    const { labels, distances } = propagateLabels(data, seeds, width, options);
    return labels.map((label, i) => (distances[i] > distanceToDilate ? 0 : label));
  }
  const mask = foreground.map((inside, i) => (inside || seeds[i] ? 1 : 0));
  const heights =
    method === 'Watershed - Gradient' ? gradient(image) : data.map((value) => 1 - value);
  return watershed(heights, seeds, width, { mask, connectivity: 8 });
}
