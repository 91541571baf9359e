import * as tf from '../../nn/tf.ts';

/**
 * The mean binary cross-entropy of logits, stable for any: `max(x, 0) − x·z + ln(1 + e^−|x|)`; its gradient is
 * `(sigmoid(x) − z) / n`.
 * @param targets 0 to 1, of the same shape.
 * @param weights By element, of the same shape; all 1 if absent. The mean is over elements, not over weights.
 */
export function binaryCrossEntropy(
  logits: tf.Tensor,
  targets: tf.Tensor,
  weights?: tf.Tensor,
): tf.Scalar {
  const scaled = (values: tf.Tensor, by?: tf.Tensor) => (by ? tf.mul(values, by) : values);
  const loss = tf.customGrad((x, save) => {
    const logit = x as tf.Tensor;
    (save as tf.GradSaveFunc)([logit, targets, ...(weights ? [weights] : [])]);
    const value = tf.tidy(() => {
      const tail = tf.log1p(tf.exp(tf.neg(tf.abs(logit))));
      const each = tf.add(tf.sub(tf.relu(logit), tf.mul(logit, targets)), tail);
      return tf.mean(scaled(each, weights));
    });
    return {
      value,
      gradFunc: (dy: tf.Tensor, [logits, wanted, by]: tf.Tensor[]) => {
        const slope = scaled(tf.sub(tf.sigmoid(logits), wanted), by);
        return tf.mul(slope, tf.div(dy, logits.size));
      },
    };
  });
  return loss(logits) as tf.Scalar;
}
