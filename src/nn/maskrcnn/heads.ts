import type { NamedTensors } from '../named-tensors.ts';
import * as tf from '../tf.ts';
import { convolution, fullyConnected } from './layers.ts';

/** Bins of a region along each side as the box head gets them. */
export const BOX_BINS = 7;

/** Bins of a region along each side as the mask head gets them; its masks have twice as many. */
export const MASK_BINS = 14;

/** Side of a mask before it is pasted. */
export const MASK_SIDE = 2 * MASK_BINS;

/** What the region proposal network says of one map, `A` anchors a place. */
export interface ProposalMaps {
  /** Logits of "an object", `[N, H, W, A]` */
  objectness: tf.Tensor4D;
  /** `[N, H, W, A·4]` */
  deltas: tf.Tensor4D;
}

/** The region proposal network's head on one map of the pyramid `[N, H, W, C]`. */
export function proposalHead(weights: NamedTensors, map: tf.Tensor4D): ProposalMaps {
  return tf.tidy(() => {
    const shared = convolution(weights, 'rpn.head.conv.0.0', map, { pad: 1, relu: true });
    return {
      objectness: convolution(weights, 'rpn.head.cls_logits', shared),
      deltas: convolution(weights, 'rpn.head.bbox_pred', shared),
    };
  });
}

/** What the box head says of every region. */
export interface BoxHeadOutput {
  /** `[n, boxChannels]` */
  features: tf.Tensor2D;
  /** `[n, classes]` */
  logits: tf.Tensor2D;
  /** `[n, classes·4]` */
  deltas: tf.Tensor2D;
}

/** The box head. @param regions `[n, 7, 7, C]` */
export function boxHead(weights: NamedTensors, regions: tf.Tensor4D): BoxHeadOutput {
  return tf.tidy(() => {
    // PyTorch flattens channel by channel.
    const planes = tf.transpose(regions, [0, 3, 1, 2]);
    const flat = tf.reshape(planes, [regions.shape[0], -1]) as tf.Tensor2D;
    const hidden = fullyConnected(weights, 'roi_heads.box_head.fc6', flat, true);
    const features = fullyConnected(weights, 'roi_heads.box_head.fc7', hidden, true);
    return {
      features,
      logits: fullyConnected(weights, 'roi_heads.box_predictor.cls_score', features),
      deltas: fullyConnected(weights, 'roi_heads.box_predictor.bbox_pred', features),
    };
  });
}

/**
 * The mask head. Its transposed convolution (2×2, stride 2) gives every place four pixels of its own, so it is a 1×1
 * convolution whose outputs are put side by side.
 * @param regions `[n, 14, 14, C]`
 * @param convolutions how many 3×3 convolutions it has
 * @returns logits, `[n, 28, 28, classes]`
 */
export function maskHead(
  weights: NamedTensors,
  regions: tf.Tensor4D,
  convolutions: number,
): tf.Tensor4D {
  return tf.tidy(() => {
    let x = regions;
    for (let i = 0; i < convolutions; i++) {
      x = convolution(weights, `roi_heads.mask_head.${i}.0`, x, { pad: 1, relu: true });
    }
    // `[2, 2, out, in]`, as loaded; every place gives four pixels.
    const stored = weights['roi_heads.mask_predictor.conv5_mask.weight'];
    const bias = weights['roi_heads.mask_predictor.conv5_mask.bias'];
    const [outputs] = bias.shape;
    const turned = tf.transpose(stored, [3, 0, 1, 2]);
    const filter = tf.reshape(turned, [1, 1, x.shape[3], 4 * outputs]) as tf.Tensor4D;
    const fourBiases = tf.concat([bias, bias, bias, bias]);
    const quadruple = tf.relu(tf.add(tf.conv2d(x, filter, 1, 'valid'), fourBiases));
    const [count, height, width] = x.shape;
    const rows = tf.reshape(quadruple, [count * height, width, 2, 2 * outputs]);
    const side = tf.reshape(tf.transpose(rows, [0, 2, 1, 3]), [
      count,
      2 * height,
      2 * width,
      outputs,
    ]);
    return convolution(weights, 'roi_heads.mask_predictor.mask_fcn_logits', side as tf.Tensor4D);
  });
}
