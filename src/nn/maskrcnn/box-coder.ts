import { type Boxes, boxCount } from './boxes.ts';

/** How much a difference of x, y, width and height counts (`bbox_reg_weights`). */
export type CoderWeights = readonly [number, number, number, number];

/** Weights of the region proposal network. */
export const PROPOSAL_WEIGHTS: CoderWeights = [1, 1, 1, 1];
/** Weights of the box head. */
export const DETECTION_WEIGHTS: CoderWeights = [10, 10, 5, 5];

/** A side grows at most 62.5-fold (`bbox_xform_clip`). */
const LARGEST_LOG_GROWTH = Math.log(1000 / 16);

/**
 * Moves and stretches boxes as the network says: centre by `dx·width`, `dy·height`, sides by `exp(dw)`, `exp(dh)`.
 * @param deltas `[n, k, 4]`: `k` proposals for every box (one a class, or just one)
 * @returns `[n, k, 4]` boxes (torchvision's `BoxCoder.decode`)
 */
export function decodeBoxes(deltas: Float32Array, boxes: Boxes, weights: CoderWeights): Boxes {
  const decoded = new Float32Array(deltas.length);
  const perBox = deltas.length / boxCount(boxes);
  for (let at = 0; at < deltas.length; at += 4) {
    const from = Math.trunc(at / perBox) * 4;
    const width = boxes[from + 2] - boxes[from];
    const height = boxes[from + 3] - boxes[from + 1];
    const x = (deltas[at] / weights[0]) * width + boxes[from] + width / 2;
    const y = (deltas[at + 1] / weights[1]) * height + boxes[from + 1] + height / 2;
    const halfWidth = (width * growth(deltas[at + 2] / weights[2])) / 2;
    const halfHeight = (height * growth(deltas[at + 3] / weights[3])) / 2;
    decoded[at] = x - halfWidth;
    decoded[at + 1] = y - halfHeight;
    decoded[at + 2] = x + halfWidth;
    decoded[at + 3] = y + halfHeight;
  }
  return decoded;
}

function growth(logarithm: number): number {
  return Math.exp(Math.min(logarithm, LARGEST_LOG_GROWTH));
}

/**
 * What `decodeBoxes` would need to make `targets` of `boxes`: the network's regression targets.
 * @param targets `[n, 4]`, one for every box
 * @returns `[n, 4]` (torchvision's `BoxCoder.encode`)
 */
export function encodeBoxes(targets: Boxes, boxes: Boxes, weights: CoderWeights): Float32Array {
  const encoded = new Float32Array(targets.length);
  for (let at = 0; at < targets.length; at += 4) {
    for (const axis of [0, 1]) {
      const side = boxes[at + 2 + axis] - boxes[at + axis];
      const targetSide = targets[at + 2 + axis] - targets[at + axis];
      const centre = boxes[at + axis] + side / 2;
      const targetCentre = targets[at + axis] + targetSide / 2;
      encoded[at + axis] = (weights[axis] * (targetCentre - centre)) / side;
      encoded[at + 2 + axis] = weights[2 + axis] * Math.log(targetSide / side);
    }
  }
  return encoded;
}
