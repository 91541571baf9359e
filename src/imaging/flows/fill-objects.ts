import { fillHoles } from '../fill-holes.ts';
import type { LabelImage } from '../image.ts';
import { removeSmallObjects } from '../remove-small-objects.ts';
import { renumberLabels } from '../renumber-labels.ts';
import { boxOfPixels, type ObjectBox, objectPixels } from './object-pixels.ts';

function fillObject(labels: LabelImage, id: number, { left, top, width, height }: ObjectBox): void {
  const mask = new Uint8Array(width * height);
  const at = (i: number) => (top + Math.floor(i / width)) * labels.width + left + (i % width);
  for (let i = 0; i < mask.length; i++) mask[i] = labels.data[at(i)] === id ? 1 : 0;
  const filled = fillHoles({ width, height, channels: 1, data: mask }).data;
  for (let i = 0; i < mask.length; i++) if (filled[i] !== 0) labels.data[at(i)] = id;
}

/**
 * Fills the holes of every object, in the order of their ids: what another encloses becomes part of it. Objects of
 * fewer than `smallestArea` pixels are dropped before and after (`utils.fill_holes_and_remove_small_masks` of
 * version 3). Ids from 1 in raster order.
 */
export function fillObjects(labels: LabelImage, smallestArea: number): LabelImage {
  const kept = removeSmallObjects(labels, smallestArea);
  const objects = objectPixels(kept);
  const boxes = Array.from({ length: objects.count }, (_, i) =>
    boxOfPixels(objects.of(i + 1), kept.width),
  );
  for (const [i, box] of boxes.entries()) fillObject(kept, i + 1, box);
  return removeSmallObjects(renumberLabels(kept), smallestArea);
}
