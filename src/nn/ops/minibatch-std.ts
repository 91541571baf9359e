import * as tf from '../tf.ts';

/**
 * Appends the standard deviation over groups of samples as `channels` more channels (spec A.9). A group is the
 * samples `j, j + N/G, ...`.
 * @param x `[N, H, W, C]`, `N` a multiple of the group
 * @returns `[N, H, W, C + channels]`
 */
export function minibatchStd(x: tf.Tensor4D, groupSize: number, channels = 1): tf.Tensor4D {
  const [n, h, w, c] = x.shape;
  const group = Math.min(groupSize, n);
  const groups = n / group;
  return tf.tidy(() => {
    const grouped = tf.reshape(x, [group, groups, h, w, channels, c / channels]);
    const centred = tf.sub(grouped, tf.mean(grouped, 0, true));
    const deviation = tf.sqrt(tf.add(tf.mean(tf.square(centred), 0), 1e-8));
    const level = tf.mean(deviation, [1, 2, 4]);
    const map = tf.tile(tf.reshape(level, [groups, 1, 1, channels]), [group, h, w, 1]);
    return tf.concat([x, map as tf.Tensor4D], 3);
  });
}
