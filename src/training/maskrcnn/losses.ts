import * as tf from '../../nn/tf.ts';

/** Below this difference the loss of boxes is quadratic (`smooth_l1_loss`'s beta). */
const SMOOTH_BELOW = 1 / 9;

/**
 * Sum of binary cross entropies of logits, each times its weight; entries of weight 0 are left out, which needs no
 * gather and therefore no scatter in the gradient.
 */
export function binaryCrossEntropy(
  logits: tf.Tensor,
  targets: tf.Tensor,
  weights: tf.Tensor,
): tf.Scalar {
  return tf.tidy(() => {
    const each = tf.sub(tf.softplus(logits), tf.mul(logits, targets));
    return tf.sum(tf.mul(each, weights)) as tf.Scalar;
  });
}

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

/**
 * Mean cross entropy of rows of logits.
 * @param logits `[n, classes]`
 * @param classes `[n]`
 */
export function crossEntropy(logits: tf.Tensor2D, classes: readonly number[]): tf.Scalar {
  return tf.tidy(() => {
    const [count, width] = logits.shape;
    const own = new Float32Array(count * width);
    for (const [row, index] of classes.entries()) own[row * width + index] = 1;
    // The largest logit is taken out as a constant: it cancels, in the gradient too.
    const largest = tf.tensor2d(tf.max(logits, 1, true).dataSync(), [count, 1]);
    const shifted = tf.sub(logits, largest);
    const logOfSum = tf.log(tf.sum(tf.exp(shifted), 1));
    const chosen = tf.sum(tf.mul(shifted, tf.tensor2d(own, [count, width])), 1);
    return tf.mean(tf.sub(logOfSum, chosen)) as tf.Scalar;
  });
}
