import * as tf from '../../nn/tf.ts';

/** Below this difference the loss of boxes is quadratic (`smooth_l1_loss`'s beta). */
const SMOOTH_BELOW = 1 / 9;

/**
 * Sum of smooth L1 losses, each times its weight. With m = min(|d|, β) both branches are m·(|d| − m/2)/β, value and
 * gradient.
 */
export function smoothL1(predicted: tf.Tensor, targets: tf.Tensor, weights: tf.Tensor): tf.Scalar {
  return tf.tidy(() => {
    const distance = tf.abs(tf.sub(predicted, targets));
    const capped = tf.minimum(distance, SMOOTH_BELOW);
    const each = tf.div(tf.mul(capped, tf.sub(distance, tf.mul(capped, 0.5))), SMOOTH_BELOW);
    return tf.sum(tf.mul(each, weights)) as tf.Scalar;
  });
}
