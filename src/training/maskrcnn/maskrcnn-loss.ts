import type { LabelImage } from '../../imaging/image.ts';
import { pyramidAnchors } from '../../nn/maskrcnn/anchors.ts';
import { type Boxes, boxCount } from '../../nn/maskrcnn/boxes.ts';
import { MASK_BINS, MASK_SIDE } from '../../nn/maskrcnn/detect-objects.ts';
import { boxHead, maskHead, proposalHead } from '../../nn/maskrcnn/heads.ts';
import { BOX_BINS, type NetworkWeights } from '../../nn/maskrcnn/network-weights.ts';
import { type LevelProposals, proposeRegions } from '../../nn/maskrcnn/propose-regions.ts';
import * as tf from '../../nn/tf.ts';
import type { RandomState } from '../../random/random-state.ts';
import { binaryCrossEntropy, crossEntropy, smoothL1 } from './losses.ts';
import { maskTargets } from './mask-targets.ts';
import type { ObjectBoxes } from './object-boxes.ts';
import { pooledRegions } from './pooled-regions.ts';
import { type ProposalTargets, proposalTargets } from './proposal-targets.ts';
import { OBJECT_CLASS, type RegionTargets, regionTargets } from './region-targets.ts';
import type { MaskRcnnTraining } from './training-settings.ts';

/** What a network must say of itself to be trained. */
export interface LossNetwork {
  weights: NetworkWeights;
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

/** The five losses of Mask R-CNN, under torchvision's names. */
export interface LossParts {
  loss_objectness: tf.Scalar;
  loss_rpn_box_reg: tf.Scalar;
  loss_classifier: tf.Scalar;
  loss_box_reg: tf.Scalar;
  loss_mask: tf.Scalar;
}

/** Values of all images one after the other, as one tensor of `width` columns. */
function stacked(parts: readonly Float32Array[], width: number): tf.Tensor2D {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const whole = new Float32Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return tf.tensor2d(whole, [length / width, width]);
}

/** The heads' answers on all levels, joined: `[N, all anchors, width]`. */
function joinLevels(maps: readonly tf.Tensor4D[], width: number): tf.Tensor3D {
  const [images] = maps[0].shape;
  return tf.concat(
    maps.map((map) => tf.reshape(map, [images, -1, width])),
    1,
  ) as tf.Tensor3D;
}

/** Losses of the region proposal network, over the sampled anchors of all images. */
export function proposalLosses(
  objectness: tf.Tensor3D,
  deltas: tf.Tensor3D,
  targets: readonly ProposalTargets[],
): Pick<LossParts, 'loss_objectness' | 'loss_rpn_box_reg'> {
  const sampled = targets.reduce((sum, own) => sum + own.sampled.reduce((a, b) => a + b, 0), 0);
  const share = 1 / Math.max(sampled, 1);
  const flat = (tensor: tf.Tensor3D, width: number) => tf.reshape(tensor, [-1, width]);
  const of = (part: keyof ProposalTargets, width: number) =>
    stacked(
      targets.map((own) => own[part]),
      width,
    );
  const sure = binaryCrossEntropy(flat(objectness, 1), of('objectness', 1), of('sampled', 1));
  const moved = smoothL1(flat(deltas, 4), of('deltas', 4), of('positive', 4));
  return {
    loss_objectness: tf.mul(sure, share),
    loss_rpn_box_reg: tf.mul(moved, share),
  };
}

/**
 * Losses of the box head.
 * @param logits `[n, classes]`
 * @param deltas `[n, classes·4]`, of which only those of the object's class are asked for
 */
export function boxLosses(
  logits: tf.Tensor2D,
  deltas: tf.Tensor2D,
  targets: readonly RegionTargets[],
): Pick<LossParts, 'loss_classifier' | 'loss_box_reg'> {
  const [count, classes] = logits.shape;
  const own: number[] = [];
  const wanted = new Float32Array(count * classes * 4);
  const weights = new Float32Array(count * classes * 4);
  for (const { boxes, positives, deltas: change } of targets) {
    for (let i = 0; i < boxCount(boxes); i++) {
      const at = (own.length * classes + OBJECT_CLASS) * 4;
      if (i < positives) {
        wanted.set(change.subarray(i * 4, i * 4 + 4), at);
        weights.fill(1, at, at + 4);
      }
      own.push(i < positives ? OBJECT_CLASS : 0);
    }
  }
  const shape: [number, number] = [count, classes * 4];
  const moved = smoothL1(deltas, tf.tensor2d(wanted, shape), tf.tensor2d(weights, shape));
  return {
    loss_classifier: crossEntropy(logits, own),
    loss_box_reg: tf.div(moved, count),
  };
}

/** Loss of the mask head. @param logits `[n, 28, 28, classes]` @param targets `[n, 28, 28]` */
export function maskLoss(logits: tf.Tensor4D, targets: Float32Array): tf.Scalar {
  const ofClass = tf.slice(logits, [0, 0, 0, OBJECT_CLASS], [-1, -1, -1, 1]);
  const wanted = tf.tensor4d(targets, ofClass.shape);
  return tf.div(binaryCrossEntropy(ofClass, wanted, tf.onesLike(wanted)), targets.length);
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
  return maskLoss(logits, stacked(wanted, MASK_SIDE).dataSync() as Float32Array);
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
  const allAnchors = Float32Array.from(anchors.flatMap((level) => [...level]));
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
