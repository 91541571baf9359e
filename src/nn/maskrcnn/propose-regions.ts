import { decodeBoxes, PROPOSAL_WEIGHTS } from './box-coder.ts';
import { type Boxes, clipBoxes, largeBoxes, type MapSize, pickBoxes } from './boxes.ts';
import type { ProposalSettings } from './detection-settings.ts';
import { joinFloats } from './join-floats.ts';
import { largestValues } from './largest-first.ts';
import { groupedSuppression } from './non-maximum-suppression.ts';

/** What the region proposal network says of one level, anchor by anchor. */
export interface LevelProposals {
  /** Logits, `[n]` in the order of the anchors */
  objectness: Float32Array;
  /** `[n, 4]` */
  deltas: Float32Array;
  anchors: Boxes;
}

/** Boxes with what the network thinks of them, the best first. */
export interface ScoredBoxes {
  boxes: Boxes;
  /** Logits of "an object" */
  scores: Float32Array;
}

/** The best anchors of a level, moved as the network says and cut at the image's borders. */
function bestOfLevel(
  { objectness, deltas, anchors }: LevelProposals,
  image: MapSize,
  { mostBeforeSuppression, smallestSide }: ProposalSettings,
): ScoredBoxes {
  const best = largestValues(objectness, mostBeforeSuppression);
  const moved = decodeBoxes(pickBoxes(deltas, best), pickBoxes(anchors, best), PROPOSAL_WEIGHTS);
  const boxes = clipBoxes(moved, image);
  const large = largeBoxes(boxes, smallestSide);
  const scores = Float32Array.from(large, (i) => objectness[best[i]]);
  return { boxes: pickBoxes(boxes, large), scores };
}

/**
 * The regions worth a closer look: of every level the best, without those that overlap a better one of their level
 * (torchvision's `RegionProposalNetwork.filter_proposals`).
 * @param image size without padding
 */
export function proposeRegions(
  levels: readonly LevelProposals[],
  image: MapSize,
  settings: ProposalSettings,
): ScoredBoxes {
  const found = levels.map((level) => bestOfLevel(level, image, settings));
  const scores = joinFloats(found.map((level) => level.scores));
  const boxes = joinFloats(found.map((level) => level.boxes));
  const groups = found.flatMap((level, index) => Array.from(level.scores, () => index));
  const kept = groupedSuppression(boxes, scores, groups, settings.nmsThreshold);
  const best = kept.slice(0, settings.most);
  return { boxes: pickBoxes(boxes, best), scores: Float32Array.from(best, (i) => scores[i]) };
}
