import type { LabelImage } from '../../imaging/image.ts';
import { pyramidAnchors } from '../../nn/maskrcnn/anchors.ts';
import { type Boxes, boxCount } from '../../nn/maskrcnn/boxes.ts';
import { BOX_BINS, boxHead, MASK_BINS, maskHead, proposalHead } from '../../nn/maskrcnn/heads.ts';
import { joinFloats } from '../../nn/maskrcnn/join-floats.ts';
import { type LevelProposals, proposeRegions } from '../../nn/maskrcnn/propose-regions.ts';
import type { NamedTensors } from '../../nn/named-tensors.ts';
import * as tf from '../../nn/tf.ts';
import type { RandomState } from '../../random/random-state.ts';
import { boxLosses, type LossParts, maskLoss, proposalLosses } from './head-losses.ts';
import { maskTargets } from './mask-targets.ts';
import type { ObjectBoxes } from './object-boxes.ts';
import { pooledRegions } from './pooled-regions.ts';
import { proposalTargets } from './proposal-targets.ts';
import { type RegionTargets, regionTargets } from './region-targets.ts';
import type { MaskRcnnTraining } from './training-settings.ts';

/** What a network must say of itself to be trained. */
export interface LossNetwork {
  weights: NamedTensors;
  classes: number;
  anchorSizes: readonly number[];
  aspectRatios: readonly number[];
  maskConvolutions: number;
}

/** One image's truth. */
export interface ImageTruth extends ObjectBoxes {
  labels: LabelImage;
  /** How much larger the network's input is than the labels. */
  factor: number;
}

/** The heads' answers on all levels, joined: `[N, all anchors, width]`. */
function joinLevels(maps: readonly tf.Tensor4D[], width: number): tf.Tensor3D {
  const [images] = maps[0].shape;
  return tf.concat(
    maps.map((map) => tf.reshape(map, [images, -1, width])),
    1,
  ) as tf.Tensor3D;
}

/** Image `image`'s proposals, from the heads' answers on plain arrays. */
function proposalsOf(
  image: number,
  objectness: Float32Array,
  deltas: Float32Array,
  anchors: readonly Boxes[],
): LevelProposals[] {
  const perImage = anchors.reduce((sum, level) => sum + boxCount(level), 0);
  let at = image * perImage;
  return anchors.map((level) => {
    const count = boxCount(level);
    const own = {
      objectness: objectness.subarray(at, at + count),
      deltas: deltas.subarray(at * 4, (at + count) * 4),
      anchors: level,
    };
    at += count;
    return own;
  });
}

/** The parts of the pyramid's maps that positive regions show, through the mask head. */
function lossOfMasks(
  network: LossNetwork,
  maps: readonly tf.Tensor4D[],
  truths: readonly ImageTruth[],
  targets: readonly RegionTargets[],
): tf.Scalar {
  const positives = targets.map(({ boxes, positives: count }) => boxes.subarray(0, count * 4));
  if (positives.every((boxes) => boxes.length === 0)) return tf.scalar(0);
  const wanted = truths.map(({ labels, ids, factor }, i) => {
    const shown = targets[i].objects.map((object) => ids[object]);
    return maskTargets(labels, shown, positives[i], factor);
  });
  const regions = pooledRegions(maps, positives, MASK_BINS);
  const logits = maskHead(network.weights, regions, network.maskConvolutions);
  return maskLoss(logits, joinFloats(wanted));
}

/**
 * All losses of a batch of images of one size, from their feature pyramid on (torchvision's Mask R-CNN in training).
 * @param pyramid maps `[N, H, W, C]`, finest first
 * @param size of the network's input
 */
export function maskRcnnLosses(
  network: LossNetwork,
  pyramid: readonly tf.Tensor4D[],
  size: { height: number; width: number },
  truths: readonly ImageTruth[],
  training: MaskRcnnTraining,
  random: RandomState,
): LossParts {
  const answers = pyramid.map((map) => proposalHead(network.weights, map));
  const objectness = joinLevels(
    answers.map((answer) => answer.objectness),
    1,
  );
  const deltas = joinLevels(
    answers.map((answer) => answer.deltas),
    4,
  );
  const sizes = pyramid.map(({ shape: [, height, width] }) => ({ height, width }));
  const anchors = pyramidAnchors(size, sizes, network.anchorSizes, network.aspectRatios);
  const allAnchors = joinFloats(anchors);
  const anchorTargets = truths.map(({ boxes }) =>
    proposalTargets(boxes, allAnchors, training.anchors, random),
  );
  const said = objectness.dataSync() as Float32Array;
  const moved = deltas.dataSync() as Float32Array;
  const targets = truths.map(({ boxes }, image) => {
    const levels = proposalsOf(image, said, moved, anchors);
    const proposals = proposeRegions(levels, size, training.proposals);
    return regionTargets(boxes, proposals.boxes, training.regions, random);
  });
  const maps = pyramid.slice(0, -1);
  const regions = pooledRegions(
    maps,
    targets.map(({ boxes }) => boxes),
    BOX_BINS,
  );
  const boxes = boxHead(network.weights, regions);
  return {
    ...proposalLosses(objectness, deltas, anchorTargets),
    ...boxLosses(boxes.logits, boxes.deltas, targets),
    loss_mask: lossOfMasks(network, maps, truths, targets),
  };
}
