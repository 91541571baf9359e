import type { LabelImage } from '../../imaging/image.ts';
import { type Boxes, boxCount } from '../../nn/maskrcnn/boxes.ts';
import { MASK_SIDE } from '../../nn/maskrcnn/heads.ts';
import { roiAlign } from '../../nn/maskrcnn/roi-align.ts';

/**
 * What the mask head should say of regions: the share of the object in every bin, sampled as often as the region has
 * pixels (torchvision's `project_masks_on_boxes`).
 * @param ids of the object that each region shows
 * @param boxes `[n, 4]` in pixels of the network's input
 * @param factor that the input is larger than the labels
 * @returns `[n, 28, 28]`, 0 to 1
 */
export function maskTargets(
  labels: LabelImage,
  ids: readonly number[],
  boxes: Boxes,
  factor: number,
): Float32Array {
  const { width, height } = labels;
  const perMask = MASK_SIDE * MASK_SIDE;
  const targets = new Float32Array(boxCount(boxes) * perMask);
  const options = {
    outputHeight: MASK_SIDE,
    outputWidth: MASK_SIDE,
    scale: 1 / factor,
    samples: 0,
  };
  for (const id of new Set(ids)) {
    const data = Float32Array.from(labels.data, (value) => (value === id ? 1 : 0));
    const map = { width, height, channels: 1, data };
    for (const [i, own] of ids.entries()) {
      if (own !== id) continue;
      targets.set(roiAlign(map, boxes.subarray(i * 4, i * 4 + 4), options), i * perMask);
    }
  }
  return targets;
}
