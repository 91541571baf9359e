import * as tf from '../tf.ts';

/** Frees every tensor in a record of weights, however deep. */
export function disposeTensors(weights: object): void {
  tf.dispose(weights as tf.NamedTensorMap);
}
