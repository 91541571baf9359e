import type { Size } from '../../imaging/crop-image.ts';
import type { LabelImage } from '../../imaging/image.ts';
import type { DetectedObjects } from '../../nn/maskrcnn/detect-objects.ts';
import { MASK_SIDE } from '../../nn/maskrcnn/heads.ts';
import { type PlacedMask, placeMask } from '../../nn/maskrcnn/paste-masks.ts';
import type { MaskRcnnOptions } from './maskrcnn-options.ts';

const PER_MASK = MASK_SIDE * MASK_SIDE;

/** Calls `visit` for every pixel of a mask that reaches the threshold. */
function eachPixel(
  mask: PlacedMask,
  width: number,
  threshold: number,
  visit: (pixel: number, probability: number) => void,
): void {
  for (let i = 0; i < mask.data.length; i++) {
    if (mask.data[i] < threshold) continue;
    const row = mask.y + Math.trunc(i / mask.width);
    visit(row * width + mask.x + (i % mask.width), mask.data[i]);
  }
}

/** Ids of `labels` without those of fewer pixels than `smallest`, in their order and without gaps. */
function withoutSmall(labels: LabelImage, scores: Float32Array, smallest: number) {
  const areas = new Uint32Array(scores.length + 1);
  for (const id of labels.data) areas[id]++;
  const newIds = new Uint16Array(scores.length + 1);
  const kept: number[] = [];
  for (let id = 1; id <= scores.length; id++) {
    if (areas[id] === 0 || areas[id] < smallest) continue;
    kept.push(scores[id - 1]);
    newIds[id] = kept.length;
  }
  const data = labels.data.map((id) => newIds[id]);
  return { labels: { ...labels, data }, scores: Float32Array.from(kept) };
}

/**
 * A label image of objects, the surest being number 1. Where masks overlap, a pixel goes by `overlapRule` to the object
 * of the higher score, or to the one whose mask is more certain of it. What is left of an object may then be too small.
 * @param objects boxes in pixels of the image, the surest first
 */
export function paintObjects(
  objects: DetectedObjects,
  { width, height }: Size,
  options: Pick<MaskRcnnOptions, 'maskThreshold' | 'smallestObject' | 'overlapRule'>,
): { labels: LabelImage; scores: Float32Array } {
  const data = new Uint16Array(width * height);
  const certainty = new Float32Array(options.overlapRule === 'mask' ? data.length : 0);
  for (let i = 0; i < objects.scores.length; i++) {
    const mask = objects.masks.subarray(i * PER_MASK, (i + 1) * PER_MASK);
    const box = objects.boxes.subarray(i * 4, i * 4 + 4);
    const placed = placeMask(mask, MASK_SIDE, box, { width, height });
    if (!placed) continue;
    eachPixel(placed, width, options.maskThreshold, (pixel, probability) => {
      if (options.overlapRule === 'mask') {
        if (probability <= certainty[pixel]) return;
        certainty[pixel] = probability;
      } else if (data[pixel] > 0) return;
      data[pixel] = i + 1;
    });
  }
  return withoutSmall({ width, height, data }, objects.scores, options.smallestObject);
}
