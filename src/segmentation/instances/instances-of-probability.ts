import { distanceTransform } from '../../imaging/distance-transform.ts';
import { floodBasins } from '../../imaging/flood-basins.ts';
import { gaussianBlur } from '../../imaging/gaussian-blur.ts';
import type { ByteImage, FloatImage, LabelImage } from '../../imaging/image.ts';
import { labelComponents } from '../../imaging/label-components.ts';
import { removeSmallObjects } from '../../imaging/remove-small-objects.ts';
import { renumberLabels } from '../../imaging/renumber-labels.ts';

/** How the foreground of a semantic network becomes objects. */
export type InstanceStep = 'components' | 'watershed';

/** Settings of `instancesOfProbability`. */
export interface InstanceOptions {
  /** Foreground is above this probability. */
  threshold: number;
  step: InstanceStep;
  /** Objects of fewer pixels are dropped. */
  smallest: number;
}

/** Blur of the distances, and how far a peak must stand above the pass to its neighbour: both in pixels. */
const DISTANCE_SIGMA = 1;
const PEAK_HEIGHT = 0.75;

/** Watershed of the blurred distance to the background from its h-maxima, within the foreground. */
function splitByDistance(mask: ByteImage): LabelImage {
  const { width, height, data } = mask;
  const labels = new Uint16Array(width * height);
  const distances = distanceTransform(mask);
  if (distances[0] === Number.POSITIVE_INFINITY) return { width, height, data: labels.fill(1) };
  const heights = gaussianBlur(distances, width, height, DISTANCE_SIGMA);
  const hills = floodBasins(heights, data, width, (peak, saddle) => peak - saddle < PEAK_HEIGHT);
  const numbers = new Map<number, number>();
  for (let i = 0; i < hills.length; i++) {
    if (hills[i] < 0) continue;
    const number = numbers.get(hills[i]) ?? numbers.size + 1;
    numbers.set(hills[i], number);
    labels[i] = number;
  }
  return { width, height, data: labels };
}

/**
 * Objects of a foreground probability (`[H, W, 1]`): connected components (four neighbours), or these cut at their
 * necks by a watershed of the distance to the background. Numbered from 1 in raster order.
 * @throws CytoForgeError `bad-image` when there are more than 65535 objects.
 */
export function instancesOfProbability(
  probability: FloatImage,
  { threshold, step, smallest }: InstanceOptions,
): LabelImage {
  const { width, height, data } = probability;
  const foreground = Uint8Array.from(data, (value) => (value > threshold ? 255 : 0));
  const mask: ByteImage = { width, height, channels: 1, data: foreground };
  const labels =
    step === 'components' ? labelComponents(mask, { connectivity: 4 }) : splitByDistance(mask);
  return removeSmallObjects(renumberLabels(labels), smallest);
}
