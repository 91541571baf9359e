import * as tf from '../tf.ts';

/** Adjoint of doubling along one axis: pixel i gives 3/4 to 2i and 2i + 1, 1/4 to 2i - 1 and 2i + 2; ends repeat. */
function halveGradient(dy: tf.Tensor4D, axis: 1 | 2): tf.Tensor4D {
  const [batch, height, width, channels] = dy.shape;
  const half = dy.shape[axis] / 2;
  const pairs =
    axis === 1 ? [batch, half, 2, width * channels] : [batch * height, half, 2, channels];
  const [even, odd] = tf.unstack(tf.reshape(dy, pairs), 2) as tf.Tensor3D[];
  const [lines, , depth] = even.shape;
  const rest = [lines, half - 1, depth] as [number, number, number];
  const end = [lines, 1, depth] as [number, number, number];
  // 2i + 2 is the next pair's even one, 2i - 1 the previous pair's odd one.
  const nextEven = tf.concat(
    [tf.slice3d(even, [0, 1, 0], rest), tf.slice3d(odd, [0, half - 1, 0], end)],
    1,
  );
  const previousOdd = tf.concat(
    [tf.slice3d(even, [0, 0, 0], end), tf.slice3d(odd, [0, 0, 0], rest)],
    1,
  );
  const near = tf.mul(tf.add(even, odd), 0.75);
  const far = tf.mul(tf.add(nextEven, previousOdd), 0.25);
  const shape = [...dy.shape] as [number, number, number, number];
  shape[axis] = half;
  return tf.reshape(tf.add(near, far), shape);
}

/**
 * Twice the height and width by bilinear interpolation between pixel centres (Keras' `UpSampling2D(interpolation=
 * 'bilinear')`); its gradient is right too, unlike that of `tf.image.resizeBilinear` with half-pixel centres.
 * @param x `[N, H, W, C]`
 */
export const bilinearDoubling: (x: tf.Tensor4D) => tf.Tensor4D = tf.customGrad((input) => {
  const x = input as tf.Tensor4D;
  const [, height, width] = x.shape;
  const value = tf.image.resizeBilinear(x, [2 * height, 2 * width], false, true);
  const gradFunc = (dy: tf.Tensor) =>
    tf.tidy(() => halveGradient(halveGradient(dy as tf.Tensor4D, 1), 2));
  return { value, gradFunc };
}) as (x: tf.Tensor4D) => tf.Tensor4D;
