import type { LabelImage } from './image.ts';
import { renumberLabels } from './renumber-labels.ts';

/**
 * The label map without the objects of fewer than `smallestArea` pixels; what stays is numbered from 1 in
 * raster order.
 */
export function removeSmallObjects(labels: LabelImage, smallestArea: number): LabelImage {
  const areas = new Uint32Array(65536);
  for (const id of labels.data) areas[id]++;
  return renumberLabels(labels, (id) => areas[id] >= smallestArea);
}
