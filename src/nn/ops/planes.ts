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

/** `[P, H, W]` to `[P, W, H]`. */
export function swapAxes(planes: tf.Tensor3D): tf.Tensor3D {
  return tf.transpose(planes, [0, 2, 1]);
}

/** Zeros before and after one axis; negative crops. */
export type Margins = [low: number, high: number];

/** Pads with zeros and crops planes, by `[low, high]` on each axis. */
export function padPlanes(planes: tf.Tensor3D, y: Margins, x: Margins): tf.Tensor3D {
  const crop = ([low, high]: Margins): Margins => [Math.max(0, -low), Math.max(0, -high)];
  const grow = ([low, high]: Margins): Margins => [Math.max(0, low), Math.max(0, high)];
  const [cropY, cropX, growY, growX] = [crop(y), crop(x), grow(y), grow(x)];
  let result = planes;
  if ([...cropY, ...cropX].some((count) => count > 0)) {
    const [p, h, w] = planes.shape;
    const size: [number, number, number] = [p, h - cropY[0] - cropY[1], w - cropX[0] - cropX[1]];
    result = tf.slice3d(result, [0, cropY[0], cropX[0]], size);
  }
  if ([...growY, ...growX].some((count) => count > 0)) {
    result = tf.pad3d(result, [[0, 0], growY, growX]);
  }
  return result;
}
