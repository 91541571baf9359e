import type * as tf from '../tf.ts';
import type { NetworkWeights } from './network-weights.ts';

/** The weight of that name. @throws Error when it was not loaded, which is a mistake of the program's. */
export function weightOf<T extends tf.Tensor>(weights: NetworkWeights, name: string): T {
  const weight = weights.get(name);
  if (weight) return weight as T;
  throw new Error(`The weight ${name} was not loaded.`);
}
