import * as tf from '../tf.ts';

const EPSILON = 1e-5;

/**
 * Mean over height and width, `[N, H, W, C]` → `[N, 1, 1, C]`. Rows first, then columns: no transposition, a
 * deterministic order of summation, and the rounding of √W + √H terms instead of √(W·H).
 */
function spatialMean(x: tf.Tensor4D): tf.Tensor4D {
  const [, height, width] = x.shape;
  return tf.avgPool(tf.avgPool(x, [1, width], 1, 'valid'), [height, 1], 1, 'valid');
}

/** `[1, 1, 1, C]` → `[C]`, which the kernels broadcast several times faster; other shapes stay. */
function forBroadcast(x: tf.Tensor4D): tf.Tensor {
  return x.shape[0] === 1 ? tf.reshape(x, [x.shape[3]]) : x;
}

/** `(x - mean) / sqrt(variance + 1e-5)` with the statistics `mean` gives; the variance is the biased one. */
function standardise(x: tf.Tensor4D, mean: (x: tf.Tensor4D) => tf.Tensor4D): tf.Tensor4D {
  const centred = tf.sub(x, forBroadcast(mean(x))) as tf.Tensor4D;
  const factor = tf.tidy(() => tf.rsqrt(tf.add<tf.Tensor4D>(mean(tf.square(centred)), EPSILON)));
  return tf.mul(centred, forBroadcast(factor));
}

/**
 * Instance normalisation without parameters: per sample and channel, biased variance, epsilon 1e-5
 * (`InstanceNorm2d(affine=False)`, the same in training and testing).
 * @param x `[N, H, W, C]`
 */
export function instanceNorm(x: tf.Tensor4D): tf.Tensor4D {
  return tf.tidy(() => standardise(x, spatialMean));
}

/**
 * Batch normalisation with the statistics of the batch at hand, as pix2pixHD runs `BatchNorm2d` at test time
 * too (it never calls `eval()`, so the running statistics of the checkpoint are not used).
 * @param x `[N, H, W, C]`
 * @param scale `[C]`, the checkpoint's `weight`
 * @param shift `[C]`, the checkpoint's `bias`
 */
export function batchNormOfBatch(
  x: tf.Tensor4D,
  scale: tf.Tensor1D,
  shift: tf.Tensor1D,
): tf.Tensor4D {
  return tf.tidy(() => {
    const mean = (values: tf.Tensor4D) => tf.mean<tf.Tensor4D>(spatialMean(values), 0, true);
    return tf.add(tf.mul(standardise(x, mean), scale), shift);
  });
}
