import * as tf from '../tf.ts';

/** Activations of the StyleGAN networks. */
export type Activation =
  | 'linear'
  | 'relu'
  | 'lrelu'
  | 'tanh'
  | 'sigmoid'
  | 'elu'
  | 'selu'
  | 'softplus'
  | 'swish';

/** What follows the bias. */
export interface ActivationOptions {
  act?: Activation;
  /** Slope below zero of `lrelu`; 0.2 by default. */
  alpha?: number;
  /** Factor after the activation; sqrt(2) for `relu`, `lrelu` and `swish`, else 1. */
  gain?: number;
  /** Largest magnitude of the result, after the gain. */
  clamp?: number | null;
}

const ROOT_TWO_GAINS = new Set<Activation>(['relu', 'lrelu', 'swish']);

function activate<T extends tf.Tensor>(x: T, act: Activation, alpha: number): T {
  switch (act) {
    case 'linear':
      return x;
    case 'relu':
      return tf.relu(x);
    case 'lrelu':
      return tf.leakyRelu(x, alpha);
    case 'tanh':
      return tf.tanh(x);
    case 'sigmoid':
      return tf.sigmoid(x);
    case 'elu':
      return tf.elu(x);
    case 'selu':
      return tf.selu(x);
    case 'softplus':
      return tf.softplus(x);
    case 'swish':
      return tf.mul(x, tf.sigmoid(x));
  }
}

/**
 * Bias on the last axis, activation, gain, clamp.
 * @param x `[N, C]` or `[N, H, W, C]`
 * @param bias `[C]`
 */
export function biasAct<T extends tf.Tensor>(
  x: T,
  bias: tf.Tensor1D | null,
  options: ActivationOptions = {},
): T {
  const { act = 'linear', alpha = 0.2, clamp = null } = options;
  const gain = options.gain ?? (ROOT_TWO_GAINS.has(act) ? Math.SQRT2 : 1);
  return tf.tidy(() => {
    let y = activate(bias ? (tf.add(x, bias) as T) : (tf.clone(x) as T), act, alpha);
    if (gain !== 1) y = tf.mul(y, gain);
    return clamp === null ? y : tf.clipByValue(y, -clamp, clamp);
  });
}
