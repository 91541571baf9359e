import * as tf from '../tf.ts';

/** `[N, H, W, C]` as planes `[N * C, H, W]`. */
export function toPlanes(x: tf.Tensor4D): tf.Tensor3D {
  const [n, h, w, c] = x.shape;
  if (c === 1) return tf.reshape(x, [n, h, w]);
  return tf.reshape(tf.transpose(x, [0, 3, 1, 2]), [n * c, h, w]);
}

/** The inverse of `toPlanes`. */
export function fromPlanes(planes: tf.Tensor3D, channels: number): tf.Tensor4D {
  const [p, h, w] = planes.shape;
  if (channels === 1) return tf.reshape(planes, [p, h, w, 1]);
  return tf.transpose(tf.reshape(planes, [p / channels, channels, h, w]), [0, 2, 3, 1]);
}

/** As `fromPlanes`, of planes whose axes are swapped (`[N * C, W, H]`). */
export function fromSwappedPlanes(planes: tf.Tensor3D, channels: number): tf.Tensor4D {
  const [p, w, h] = planes.shape;
  return tf.transpose(tf.reshape(planes, [p / channels, channels, w, h]), [0, 3, 2, 1]);
}

/**
 * `[P, H, W]` to `[P, W, H]`. Plane by plane: transposing everything as one matrix would save a step or two, but
 * its long strides collide in the cache and are 20 times slower on WASM.
 */
export function swapAxes(planes: tf.Tensor3D): tf.Tensor3D {
  return tf.transpose(planes, [0, 2, 1]);
}
