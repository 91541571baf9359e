import * as tf from '../tf.ts';

/** 0 to 1 in equal steps; a single one is 0. */
function steps(count: number): tf.Tensor1D {
  return count === 1 ? tf.zeros([1]) : tf.linspace(0, 1, count);
}

/**
 * The images with two planes more: every pixel's row and column as shares of the last ones (DeepCell's `Location2D`).
 * @param images `[N, H, W, C]`
 * @returns `[N, H, W, C + 2]`
 */
export function withLocation(images: tf.Tensor4D): tf.Tensor4D {
  return tf.tidy(() => {
    const [batch, height, width] = images.shape;
    const plane = [batch, height, width, 1];
    const rows = tf.broadcastTo(tf.reshape(steps(height), [1, height, 1, 1]), plane);
    const columns = tf.broadcastTo(tf.reshape(steps(width), [1, 1, width, 1]), plane);
    return tf.concat([images, rows as tf.Tensor4D, columns as tf.Tensor4D], 3);
  });
}
