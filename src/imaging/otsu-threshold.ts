import type { ByteImage } from './image.ts';
import { toGrey } from './to-grey.ts';

/**
 * Otsu's threshold t of an 8-bit image, by scikit-image's convention (`threshold_otsu`): foreground is what
 * is **above** t. For `binarise`, whose foreground starts at its threshold, that is `t + 1`. An image of
 * one level gives that level.
 */
export function otsuThreshold(image: ByteImage): number {
  const histogram = new Float64Array(256);
  for (const level of toGrey(image).data) histogram[level]++;
  const lowest = histogram.findIndex((count) => count > 0);
  const highest = histogram.findLastIndex((count) => count > 0);
  let total = 0;
  let sum = 0;
  for (let level = lowest; level <= highest; level++) {
    total += histogram[level];
    sum += histogram[level] * level;
  }
  let below = 0;
  let sumBelow = 0;
  let best = lowest;
  let largest = -1;
  for (let level = lowest; level < highest; level++) {
    below += histogram[level];
    sumBelow += histogram[level] * level;
    const above = total - below;
    const gap = sumBelow / below - (sum - sumBelow) / above;
    const variance = below * above * gap * gap;
    if (variance > largest) {
      largest = variance;
      best = level;
    }
  }
  return best;
}
