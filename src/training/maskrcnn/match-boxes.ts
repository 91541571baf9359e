import { type Boxes, boxCount, boxIou } from '../../nn/maskrcnn/boxes.ts';

/** From which overlap a box shows an object, and up to which it shows none; in between it teaches nothing. */
export interface MatchThresholds {
  high: number;
  low: number;
  /** Gives every object the boxes that overlap it most, however little that is. */
  allowLowQuality: boolean;
}

/** Of a box that shows no object. */
export const BACKGROUND = -1;
/** Of a box that is left out. */
export const BETWEEN = -2;

/**
 * Which object every box shows (torchvision's `Matcher`): the one it overlaps most, if by at least `high`.
 * @param objects `[m, 4]`
 * @param boxes `[n, 4]`
 * @returns `[n]`: index of an object, `BACKGROUND` below `low`, or `BETWEEN`
 */
export function matchBoxes(
  objects: Boxes,
  boxes: Boxes,
  { high, low, allowLowQuality }: MatchThresholds,
): Int32Array {
  const [objectCount, count] = [boxCount(objects), boxCount(boxes)];
  const iou = boxIou(objects, boxes);
  const matches = new Int32Array(count).fill(BACKGROUND);
  const best = new Float32Array(count).fill(-1);
  const bestObject = new Int32Array(count).fill(BACKGROUND);
  const mostOfObject = new Float32Array(objectCount).fill(-1);
  for (let object = 0; object < objectCount; object++) {
    for (let i = 0; i < count; i++) {
      const overlap = iou[object * count + i];
      if (overlap > best[i]) {
        best[i] = overlap;
        bestObject[i] = object;
      }
      if (overlap > mostOfObject[object]) mostOfObject[object] = overlap;
    }
  }
  for (let i = 0; i < count && objectCount > 0; i++) {
    if (best[i] >= high) matches[i] = bestObject[i];
    else if (best[i] >= low) matches[i] = BETWEEN;
  }
  if (!allowLowQuality) return matches;
  for (let object = 0; object < objectCount; object++) {
    for (let i = 0; i < count; i++) {
      if (iou[object * count + i] === mostOfObject[object]) matches[i] = bestObject[i];
    }
  }
  return matches;
}
