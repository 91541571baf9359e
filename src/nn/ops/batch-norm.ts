import type { NamedTensors } from '../named-tensors.ts';
import * as tf from '../tf.ts';

/** Normalises `[N, H, W, C]` by the batch norm whose tensors are called `name.weight`, `name.bias`, … */
export type BatchNorm = (x: tf.Tensor4D, name: string) => tf.Tensor4D;

/** The affine map that a batch norm with stored statistics is. */
export interface AffineNorm {
  /** `[C]` */
  scale: tf.Tensor1D;
  /** `[C]` */
  shift: tf.Tensor1D;
}

/** What a batch norm in training saw: `[C]`, the variance biased. Freed afterwards unless kept. */
export type StatisticsObserver = (
  name: string,
  mean: tf.Tensor1D,
  variance: tf.Tensor1D,
  values: number,
) => void;

/**
 * Joins statistics and parameters of the batch norm called `name` (`weight`, `bias`, `running_mean`, `running_var`)
 * into one affine map.
 */
export function affineOfBatchNorm(
  weights: NamedTensors,
  name: string,
  epsilon: number,
): AffineNorm {
  return tf.tidy(() => {
    const variance = weights[`${name}.running_var`] as tf.Tensor1D;
    const deviation = tf.sqrt(tf.add<tf.Tensor1D>(variance, epsilon));
    const scale = tf.div<tf.Tensor1D>(weights[`${name}.weight`], deviation);
    const mean = weights[`${name}.running_mean`] as tf.Tensor1D;
    return { scale, shift: tf.sub<tf.Tensor1D>(weights[`${name}.bias`], tf.mul(mean, scale)) };
  });
}

/** Batch norms with stored statistics that may change from run to run. */
export function storedBatchNorm(weights: NamedTensors, epsilon: number): BatchNorm {
  return (x, name) =>
    tf.tidy(() => {
      const { scale, shift } = affineOfBatchNorm(weights, name, epsilon);
      return tf.add<tf.Tensor4D>(tf.mul(x, scale), shift);
    });
}

/** Batch norms as the affine maps they are in `eval()`, by name. */
export function affineNorms(norms: Readonly<Record<string, AffineNorm>>): BatchNorm {
  return (x, name) =>
    tf.tidy(() => tf.add<tf.Tensor4D>(tf.mul(x, norms[name].scale), norms[name].shift));
}

/** `[P, C]` → `[C]`. A product of matrices: no transposition, and fast wherever convolutions are. */
function columnMean(rows: tf.Tensor2D): tf.Tensor1D {
  const share = tf.fill([1, rows.shape[0]], 1 / rows.shape[0]) as tf.Tensor2D;
  return tf.reshape(tf.matMul(share, rows), [rows.shape[1]]);
}

/** Standardised `x`, which is what the gradient needs of the way forward, and `1 / deviation`. */
function standardise(rows: tf.Tensor2D, mean: tf.Tensor1D, variance: tf.Tensor1D, epsilon: number) {
  const inverse = tf.rsqrt(tf.add<tf.Tensor1D>(variance, epsilon));
  return { inverse, standard: tf.mul<tf.Tensor2D>(tf.sub(rows, mean), inverse) };
}

/**
 * Batch norms with the statistics of the batch at hand, as a network trains. The gradient is written out (Ioffe and
 * Szegedy 2015, section 3), so that one pass back keeps two maps of each norm instead of eight.
 * @param observe Hears the statistics, for the running ones.
 */
export function trainingBatchNorm(
  weights: NamedTensors,
  epsilon: number,
  observe?: StatisticsObserver,
): BatchNorm {
  return (x, name) => {
    const channels = x.shape[3];
    const rows = tf.reshape(x, [-1, channels]) as tf.Tensor2D;
    const mean = tf.tidy(() => columnMean(rows));
    const variance = tf.tidy(() => columnMean(tf.square(tf.sub(rows, mean))));
    observe?.(name, mean, variance, rows.shape[0]);
    const normalise = tf.customGrad((...inputs) => {
      const [map, scale, shift, save] = inputs as [
        tf.Tensor2D,
        tf.Tensor1D,
        tf.Tensor1D,
        tf.GradSaveFunc,
      ];
      const { inverse, standard } = standardise(map, mean, variance, epsilon);
      save([standard, scale, inverse]);
      const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => {
        const [xHat, gain, factor] = saved as [tf.Tensor2D, tf.Tensor1D, tf.Tensor1D];
        const count = xHat.shape[0];
        const dyMean = columnMean(dy as tf.Tensor2D);
        const dyAlong = columnMean(tf.mul(dy, xHat));
        const change = tf.sub(tf.sub(dy, dyMean), tf.mul(xHat, dyAlong));
        return [
          tf.mul(change, tf.mul(gain, factor)),
          tf.mul(dyAlong, count),
          tf.mul(dyMean, count),
        ];
      };
      return { value: tf.add(tf.mul(standard, scale), shift), gradFunc };
    });
    const y = normalise(rows, weights[`${name}.weight`], weights[`${name}.bias`]);
    return tf.reshape(y, x.shape);
  };
}
