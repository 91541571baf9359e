import { type Boxes, boxAreas, pickBoxes, sharedArea } from './boxes.ts';
import { largestFirst } from './largest-first.ts';

/**
 * Keeps the box of the highest score, drops all that overlap it by more than `threshold`, and goes on with the
 * next (`torchvision.ops.nms`: IoU without a "+ 1", in float32, strictly greater is suppressed).
 * @returns indices of the kept boxes, the highest score first
 */
export function nonMaximumSuppression(
  boxes: Boxes,
  scores: ArrayLike<number>,
  threshold: number,
): number[] {
  const order = largestFirst(scores);
  const areas = boxAreas(boxes);
  const suppressed = new Uint8Array(order.length);
  const kept: number[] = [];
  for (const [rank, i] of order.entries()) {
    if (suppressed[i]) continue;
    kept.push(i);
    for (let later = rank + 1; later < order.length; later++) {
      const j = order[later];
      if (suppressed[j]) continue;
      const shared = sharedArea(boxes, i, boxes, j);
      const union = Math.fround(Math.fround(areas[i] + areas[j]) - shared);
      if (shared > 0 && Math.fround(shared / union) > threshold) suppressed[j] = 1;
    }
  }
  return kept;
}

/**
 * The same within every group, boxes of different groups leaving each other alone (`batched_nms`).
 * @param groups class or pyramid level of every box
 * @returns indices of the kept boxes, the highest score first
 */
export function groupedSuppression(
  boxes: Boxes,
  scores: ArrayLike<number>,
  groups: ArrayLike<number>,
  threshold: number,
): number[] {
  const members = new Map<number, number[]>();
  for (let i = 0; i < groups.length; i++) {
    const group = members.get(groups[i]);
    if (group) group.push(i);
    else members.set(groups[i], [i]);
  }
  const kept = [...members.values()].flatMap((indices) => {
    const own = indices.map((i) => scores[i]);
    return nonMaximumSuppression(pickBoxes(boxes, indices), own, threshold).map((i) => indices[i]);
  });
  return kept.sort((a, b) => scores[b] - scores[a] || a - b);
}
