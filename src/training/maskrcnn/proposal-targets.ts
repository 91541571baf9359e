import { encodeBoxes, PROPOSAL_WEIGHTS } from '../../nn/maskrcnn/box-coder.ts';
import { type Boxes, boxCount, pickBoxes } from '../../nn/maskrcnn/boxes.ts';
import type { RandomState } from '../../random/random-state.ts';
import { balancedSample, type SampleSize } from './balanced-sample.ts';
import { type MatchThresholds, matchBoxes } from './match-boxes.ts';

/** When an anchor shows an object (Ren et al. 2015). */
export const ANCHOR_MATCH: MatchThresholds = { high: 0.7, low: 0.3, allowLowQuality: true };

/** What the region proposal network should say of one image, anchor by anchor; weights are 0 where it does not matter. */
export interface ProposalTargets {
  /** `[n]`: 1 of an object, 0 of background */
  objectness: Float32Array;
  /** `[n]`: 1 of a sampled anchor */
  sampled: Float32Array;
  /** `[n, 4]` */
  deltas: Float32Array;
  /** `[n, 4]`: 1 of a sampled anchor that shows an object */
  positive: Float32Array;
}

/** The targets of one image's anchors. @param objects `[m, 4]` in pixels of the network's input */
export function proposalTargets(
  objects: Boxes,
  anchors: Boxes,
  size: SampleSize,
  random: RandomState,
): ProposalTargets {
  const count = boxCount(anchors);
  const matches = matchBoxes(objects, anchors, ANCHOR_MATCH);
  const { positives, negatives } = balancedSample(matches, size, random);
  const targets: ProposalTargets = {
    objectness: new Float32Array(count),
    sampled: new Float32Array(count),
    deltas: new Float32Array(4 * count),
    positive: new Float32Array(4 * count),
  };
  for (const i of [...positives, ...negatives]) targets.sampled[i] = 1;
  const matched = pickBoxes(
    objects,
    positives.map((i) => matches[i]),
  );
  const deltas = encodeBoxes(matched, pickBoxes(anchors, positives), PROPOSAL_WEIGHTS);
  for (const [row, i] of positives.entries()) {
    targets.objectness[i] = 1;
    targets.deltas.set(deltas.subarray(row * 4, row * 4 + 4), i * 4);
    targets.positive.fill(1, i * 4, i * 4 + 4);
  }
  return targets;
}
