import * as tf from '../../nn/tf.ts';

/** What the pixelwise head's loss is multiplied by, so that it does not drown the distances'. */
export const PIXELWISE_SHARE = 0.01;

/** The mean squared error of inner distances before their ReLU: a negative one still finds its way back. */
export function distanceLoss(predicted: tf.Tensor4D, target: tf.Tensor4D): tf.Scalar {
  return tf.mean(tf.square(tf.sub(predicted, target)));
}

/**
 * Cross-entropy of the pixelwise head with classes weighted by how rare they are in the batch, total / (classes · (pixels
 * of the class + 1)), as deepcell-tf's `weighted_categorical_crossentropy`; the mean over pixels.
 * @param logits `[N, H, W, classes]` before softmax
 * @param target the same, 1 at the class of each pixel
 */
export function pixelwiseLoss(logits: tf.Tensor4D, target: tf.Tensor4D): tf.Scalar {
  const classes = target.shape[3];
  const pixels = target.size / classes;
  const weighted = tf.tidy(() => {
    const counts = tf.sum(target, [0, 1, 2]);
    return tf.mul(target, tf.div(pixels / classes, tf.add(counts, 1)));
  });
  const entropy = tf.sum(tf.mul(weighted, tf.logSoftmax(logits)));
  return tf.div(entropy, -pixels);
}
