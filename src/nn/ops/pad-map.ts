import * as tf from '../tf.ts';

/** Zeros before and after one axis; negative crops. */
export type Margins = [low: number, high: number];

const cropped = ([low, high]: Margins): Margins => [Math.max(0, -low), Math.max(0, -high)];
const grown = ([low, high]: Margins): Margins => [Math.max(0, low), Math.max(0, high)];

/**
 * Pads with zeros and crops `[N, H, W, C]`. It works on `[N, H, W * C]`, because the WASM backend copies a
 * slice row by row, and these are the longest rows there are.
 */
export function padMap(x: tf.Tensor4D, y: Margins, across: Margins): tf.Tensor4D {
  const [n, h, w, c] = x.shape;
  const [cropY, cropX, growY, growX] = [cropped(y), cropped(across), grown(y), grown(across)];
  const sizeY = h - cropY[0] - cropY[1];
  const sizeX = w - cropX[0] - cropX[1];
  return tf.tidy(() => {
    let rows: tf.Tensor3D = tf.reshape(x, [n, h, w * c]);
    if (sizeY !== h || sizeX !== w) {
      rows = tf.slice3d(rows, [0, cropY[0], cropX[0] * c], [n, sizeY, sizeX * c]);
    }
    if ([...growY, ...growX].some((count) => count > 0)) {
      rows = tf.pad3d(rows, [[0, 0], growY, [growX[0] * c, growX[1] * c]]);
    }
    const [, height, width] = rows.shape;
    return tf.reshape(rows, [n, height, width / c, c]);
  });
}

/** Drops what the last blocks have too much: the first `[height, width]` of `[N, H, W, C]`. */
export function cropMap(x: tf.Tensor4D, [height, width]: [number, number]): tf.Tensor4D {
  return padMap(x, [0, height - x.shape[1]], [0, width - x.shape[2]]);
}
