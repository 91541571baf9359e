import { DETECTION_WEIGHTS, encodeBoxes } from '../../nn/maskrcnn/box-coder.ts';
import { type Boxes, pickBoxes } from '../../nn/maskrcnn/boxes.ts';
import { joinFloats } from '../../nn/maskrcnn/join-floats.ts';
import type { RandomState } from '../../random/random-state.ts';
import { balancedSample, type SampleSize } from './balanced-sample.ts';
import { type MatchThresholds, matchBoxes } from './match-boxes.ts';

/** When a proposed region shows an object. */
export const REGION_MATCH: MatchThresholds = { high: 0.5, low: 0.5, allowLowQuality: false };

/** Class of an object; 0 is the background. */
export const OBJECT_CLASS = 1;

/** The regions of one image that the heads learn from, those that show objects first. */
export interface RegionTargets {
  /** `[n, 4]` */
  boxes: Boxes;
  /** How many of them show objects. */
  positives: number;
  /** Which object each of those shows. */
  objects: number[];
  /** What should be added to them, `[positives, 4]` */
  deltas: Float32Array;
}

/**
 * Chooses regions among the proposals and the objects themselves, and says what the box head should answer.
 * @param objects `[m, 4]` in pixels of the network's input
 */
export function regionTargets(
  objects: Boxes,
  proposals: Boxes,
  size: SampleSize,
  random: RandomState,
): RegionTargets {
  const candidates = joinFloats([proposals, objects]);
  const matches = matchBoxes(objects, candidates, REGION_MATCH);
  const { positives, negatives } = balancedSample(matches, size, random);
  const shown = positives.map((i) => matches[i]);
  const deltas = encodeBoxes(
    pickBoxes(objects, shown),
    pickBoxes(candidates, positives),
    DETECTION_WEIGHTS,
  );
  return {
    boxes: pickBoxes(candidates, [...positives, ...negatives]),
    positives: positives.length,
    objects: shown,
    deltas,
  };
}
