import { RandomState } from '../../random/random-state.ts';
import type { Noise } from '../stylegan/mask-network.ts';
import * as tf from '../tf.ts';

/** Gives each layer in turn its random noise, `[N, size, size, 1]`. */
export type NoiseStream = (n: number, size: number) => tf.Tensor4D;

/**
 * The normal values of a synthesis with random noise: those that follow z in `RandomState(seed)`, layer by layer.
 * Null for the other modes.
 */
export function noiseStream(noise: Noise, zDim: number): NoiseStream | null {
  if (noise.mode !== 'random') return null;
  const stream = new RandomState(noise.seed);
  stream.randn(zDim);
  return (n, size) =>
    tf.tensor4d(Float32Array.from(stream.randn(n * size * size)), [n, size, size, 1]);
}
