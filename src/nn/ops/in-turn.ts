import * as tf from '../tf.ts';

/** A step of a chain; it may give back what it was given. */
export type Step = (x: tf.Tensor) => tf.Tensor;

/**
 * One step after the other, each result freed as soon as the next is there: of maps that are wider on the way than at
 * its ends, only two are held at a time.
 * @param x left to the caller
 */
export function inTurn(x: tf.Tensor, steps: readonly Step[]): tf.Tensor {
  return steps.reduce((previous, step) => {
    const next = tf.tidy(() => step(previous));
    if (previous !== x && previous !== next) previous.dispose();
    return next;
  }, x);
}
