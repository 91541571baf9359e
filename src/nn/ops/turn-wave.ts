import * as tf from '../tf.ts';

const FACTORIALS = [1, 6, 120, 5040, 362880, 39916800];
/** Taylor coefficients of the sine in x², lowest first; within 6e-8 up to a quarter turn. */
const SINE_TERMS = FACTORIALS.map((factorial, i) => (i % 2 === 0 ? 1 : -1) / factorial);

/**
 * The cosine of `turns` whole turns, within 3e-7 on every backend. WGSL promises its own sine and cosine only to
 * 2^-11, and some adapters use that freedom; the features of a whole picture hang on these values.
 */
export function cosineOfTurns<T extends tf.Tensor>(turns: T): T {
  return tf.tidy(() => {
    const fraction = tf.sub(turns, tf.round(turns));
    // cos(a) = sin(quarter - |a|): an angle between minus and plus a quarter turn, where the series is short.
    const angle = tf.mul(tf.sub(0.25, tf.abs(fraction)), 2 * Math.PI);
    const square = tf.square(angle);
    const [last, ...lower] = SINE_TERMS.toReversed();
    let series = tf.add(tf.mul(square, last), lower[0]);
    for (const term of lower.slice(1)) series = tf.add(tf.mul(square, series), term);
    return tf.mul(angle, series) as T;
  });
}
