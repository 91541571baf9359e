import * as tf from '../../nn/tf.ts';
import { binaryCrossEntropy } from '../losses/binary-cross-entropy.ts';
import type { PartListener } from '../trainable-network.ts';
import type { CellposeTargets } from './cellpose-targets.ts';

/**
 * Cellpose's loss: half the mean squared error of the flows, and the cross-entropy of the logits, each a mean over all
 * pixels (`train._loss_fn_seg`, spec 1.6).
 * @param maps `[N, H, W, 3]`: flow along y, flow along x, logit.
 */
export function cellposeLoss(
  maps: tf.Tensor4D,
  { flows, inside }: CellposeTargets,
  onPart?: PartListener,
): tf.Scalar {
  return tf.tidy(() => {
    const [found, logits] = tf.split(maps, [2, 1], 3);
    const flowLoss = tf.div<tf.Scalar>(tf.mean(tf.squaredDifference(found, flows)), 2);
    const probabilityLoss = binaryCrossEntropy(logits, inside);
    onPart?.('flow', flowLoss);
    onPart?.('probability', probabilityLoss);
    return tf.add<tf.Scalar>(flowLoss, probabilityLoss);
  });
}
