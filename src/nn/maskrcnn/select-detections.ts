import { DETECTION_WEIGHTS, decodeBoxes } from './box-coder.ts';
import { type Boxes, boxCount, clipBoxes, largeBoxes, type MapSize, pickBoxes } from './boxes.ts';
import type { DetectionSettings } from './detection-settings.ts';
import { groupedSuppression } from './non-maximum-suppression.ts';

/** Objects found in an image, the surest first. */
export interface Detections {
  boxes: Boxes;
  /** 0 to 1 */
  scores: Float32Array;
  /** 1 and up; 0 is the background */
  classes: Int32Array;
}

/** Probabilities from logits, row by row. `[n, classes]` */
export function softmaxRows(logits: Float32Array, classes: number): Float32Array {
  const probabilities = new Float32Array(logits.length);
  for (let row = 0; row < logits.length; row += classes) {
    const own = logits.subarray(row, row + classes);
    const largest = own.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    const powers = own.map((value) => Math.exp(value - largest));
    const sum = powers.reduce((a, b) => a + b, 0);
    for (let i = 0; i < classes; i++) probabilities[row + i] = powers[i] / sum;
  }
  return probabilities;
}

/**
 * The objects among the box head's answers: of every class but the background those above the score threshold,
 * without those that overlap a surer one of their class (torchvision's `RoIHeads.postprocess_detections`).
 * @param logits `[n, classes]`
 * @param deltas `[n, classes, 4]`
 * @param regions the boxes that were looked at
 * @param image size without padding
 */
export function selectDetections(
  { logits, deltas }: { logits: Float32Array; deltas: Float32Array },
  regions: Boxes,
  image: MapSize,
  settings: Omit<DetectionSettings, 'proposals'>,
): Detections {
  const classes = logits.length / Math.max(boxCount(regions), 1);
  const moved = clipBoxes(decodeBoxes(deltas, regions, DETECTION_WEIGHTS), image);
  const probabilities = softmaxRows(logits, classes);
  const sure: number[] = [];
  for (let i = 0; i < probabilities.length; i++) {
    if (i % classes > 0 && probabilities[i] > settings.scoreThreshold) sure.push(i);
  }
  const boxesOfSure = pickBoxes(moved, sure);
  const candidates = largeBoxes(boxesOfSure, settings.smallestSide);
  const boxes = pickBoxes(boxesOfSure, candidates);
  const scores = Float32Array.from(candidates, (i) => probabilities[sure[i]]);
  const groups = Int32Array.from(candidates, (i) => sure[i] % classes);
  const kept = groupedSuppression(boxes, scores, groups, settings.nmsThreshold);
  const best = kept.slice(0, settings.detectionsPerImage);
  return {
    boxes: pickBoxes(boxes, best),
    scores: Float32Array.from(best, (i) => scores[i]),
    classes: Int32Array.from(best, (i) => groups[i]),
  };
}
