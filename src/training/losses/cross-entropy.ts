import * as tf from '../../nn/tf.ts';

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
