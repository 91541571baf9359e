import * as tf from '../tf.ts';

/** A step of a chain of planes `[P, H, W]`; it may give back what it was given. */
export type Step = (planes: tf.Tensor3D) => tf.Tensor3D;

/**
 * One step after the other, each result freed as soon as the next is there: of maps that are wider on the way than at
 * its ends, only two are held at a time.
 * @param x left to the caller
 */
export function inTurn(x: tf.Tensor3D, steps: readonly Step[]): tf.Tensor3D {
  return steps.reduce((previous, step) => {
    const next = tf.tidy(() => step(previous));
    if (previous !== x && previous !== next) previous.dispose();
    return next;
  }, x);
}
