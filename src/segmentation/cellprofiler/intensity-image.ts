import { extentOf, type RealImage } from '../../imaging/real-values.ts';
import { finitePlane } from '../finite-plane.ts';
import type { SegmenterImage } from '../segmenter.ts';

/**
 * An image as CellProfiler loads it: one plane of single precision, 1 being the largest value that its file can hold.
 * Colours become their mean.
 * @throws CytoForgeError `bad-image` for values that are no numbers.
 */
export function intensityImage(image: SegmenterImage): RealImage {
  const { width, height, data } = finitePlane(image);
  return { width, height, data: data.map((value) => value / image.largestValue) };
}

/**
 * Whether an image has more than one value. Without, there are no objects in it: those that CellProfiler finds all
 * the same are the rounding errors of its blur.
 */
export function hasContrast({ data }: RealImage): boolean {
  const [least, most] = extentOf(data);
  return least < most;
}
