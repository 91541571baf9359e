import * as tf from '../../tf.ts';

/** Every pixel four times. `[N, H, W, C]` → `[N, 2H, 2W, C]` */
function fourfold(x: tf.Tensor4D): tf.Tensor4D {
  return tf.image.resizeNearestNeighbor(x, [2 * x.shape[1], 2 * x.shape[2]]);
}

const LOWEST = -3e38;

function padEven(x: tf.Tensor4D): tf.Tensor4D {
  const [, height, width] = x.shape;
  if (height % 2 === 0 && width % 2 === 0) return x;
  const none: [number, number] = [0, 0];
  return tf.pad4d(x, [none, [0, height % 2], [0, width % 2], none], LOWEST);
}

/**
 * The gradient of max pooling over 2×2 pixels at stride 2, odd sides rounded up. Equal maxima share it.
 * @param x `[N, H, W, C]`, what was pooled.
 * @param y `[N, ⌈H/2⌉, ⌈W/2⌉, C]`, what came of it.
 * @returns `[N, H, W, C]`
 */
export function halvingMaxPoolGradient(
  dy: tf.Tensor4D,
  x: tf.Tensor4D,
  y: tf.Tensor4D,
): tf.Tensor4D {
  return tf.tidy(() => {
    const below = tf.step(tf.sub(fourfold(y), padEven(x)));
    const largest = tf.sub<tf.Tensor4D>(1, below);
    const count = tf.mul(tf.avgPool(largest, 2, 2, 'valid'), 4);
    const shared = tf.mul<tf.Tensor4D>(largest, fourfold(tf.div(dy, count)));
    const isWhole = shared.shape[1] === x.shape[1] && shared.shape[2] === x.shape[2];
    return isWhole ? shared : tf.slice(shared, [0, 0, 0, 0], x.shape);
  });
}
