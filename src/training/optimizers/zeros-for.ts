import * as tf from '../../nn/tf.ts';
import type { NamedVariables } from '../trainable-network.ts';

/** A variable of zeros for every parameter, called `prefix/name`. */
export function zerosFor(parameters: NamedVariables, prefix: string): Record<string, tf.Variable> {
  const entries = Object.entries(parameters).map(([name, parameter]) => [
    `${prefix}/${name}`,
    tf.tidy(() => tf.variable(tf.zerosLike(parameter), false)),
  ]);
  return Object.fromEntries(entries);
}
