import { boxCount } from '../../nn/maskrcnn/boxes.ts';
import { joinFloats } from '../../nn/maskrcnn/join-floats.ts';
import * as tf from '../../nn/tf.ts';
import { binaryCrossEntropy } from '../losses/binary-cross-entropy.ts';
import { crossEntropy } from '../losses/cross-entropy.ts';
import { smoothL1 } from '../losses/smooth-l1.ts';
import type { ProposalTargets } from './proposal-targets.ts';
import { OBJECT_CLASS, type RegionTargets } from './region-targets.ts';

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
  const whole = joinFloats(parts);
  return tf.tensor2d(whole, [whole.length / width, width]);
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
  const logits = flat(objectness, 1);
  const sure = binaryCrossEntropy(logits, of('objectness', 1), of('sampled', 1));
  const moved = smoothL1(flat(deltas, 4), of('deltas', 4), of('positive', 4));
  return {
    loss_objectness: tf.mul(sure, logits.size * share),
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
  return binaryCrossEntropy(ofClass, tf.tensor4d(targets, ofClass.shape));
}
