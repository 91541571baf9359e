import type { StyleGan3Config } from '../../checkpoints/bundle/manifest.ts';
import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import { cosineOfTurns } from '../ops/turn-wave.ts';
import { loadFullyConnected } from '../stylegan/fully-connected.ts';
import type { TensorObserver } from '../stylegan/mask-network.ts';
import { withOwnedParts } from '../stylegan/owned-parts.ts';
import * as tf from '../tf.ts';
import type { Matrix3 } from './transform.ts';

/** The Fourier features a synthesis starts from (spec A.5). */
export interface FourierInput {
  /**
   * w `[N, wDim]` to `[N, size, size, channels]`.
   * @param transforms one matrix for all samples, one for each, or null for the checkpoint's own
   */
  apply(
    w: tf.Tensor2D,
    transforms: Matrix3 | Matrix3[] | null,
    observe?: TensorObserver,
  ): tf.Tensor4D;
  dispose(): void;
}

function coordinates(size: number, samplingRate: number): number[] {
  const half = (0.5 * size) / samplingRate;
  return Array.from({ length: size }, (_, j) => half * ((2 * j + 1) / size - 1));
}

/**
 * Columns for x frequency, y frequency and phase shift, `[N, 3, 2]`: what a frequency row vector is multiplied
 * with, before the learned translation.
 */
function transformColumns(transforms: Matrix3 | Matrix3[], n: number): tf.Tensor3D {
  const matrices = (typeof transforms[0] === 'number' ? [transforms] : transforms) as Matrix3[];
  const rows = Array.from({ length: n }, (_, sample) => {
    const m = matrices[matrices.length === 1 ? 0 : sample];
    return [
      [m[0], m[3]],
      [m[1], m[4]],
      [m[2], m[5]],
    ];
  });
  return tf.tensor3d(rows, [n, 3, 2]);
}

/**
 * `sin(2 pi (x + y))` for every pair of `x` `[N, 1, size, C]` and `y` `[N, size, 1, C]`, in turns: a map from its
 * two edges.
 */
function sineOfSums(x: tf.Tensor4D, y: tf.Tensor4D): tf.Tensor {
  const [n, , size, c] = x.shape;
  const edges = tf.concat([x, tf.reshape(y, x.shape) as tf.Tensor4D], 1);
  const waves = cosineOfTurns(tf.concat([edges, tf.sub(edges, 0.25)], 1));
  const [cosX, cosY, sinX, sinY] = tf.split(waves, 4, 1);
  const upright = (edge: tf.Tensor) => tf.reshape(edge, [n, size, 1, c]);
  return tf.add(tf.mul(sinX, upright(cosY)), tf.mul(cosX, upright(sinY)));
}

/** Loads the input layer. */
export function loadFourierInput(config: StyleGan3Config, weights: TensorSource): FourierInput {
  const { channels, size, samplingRate, bandwidth } = config.input;
  const prefix = 'synthesis.input';
  const ownTransform = Array.from(weights.read(`${prefix}.transform`).data);
  const freqs = weights.read(`${prefix}.freqs`).data;
  const basis = new Float32Array(4 * channels);
  for (let i = 0; i < channels; i++) {
    const [fx, fy] = [freqs[2 * i], freqs[2 * i + 1]];
    basis.set([fx], i);
    basis.set([fy], channels + i);
    basis.set([fy], 2 * channels + i);
    basis.set([-fx], 3 * channels + i);
  }
  const mixing = weights.read(`${prefix}.weight`).data;
  return withOwnedParts((keep) => {
    const affine = keep(loadFullyConnected(weights, `${prefix}.affine`, { act: 'linear' }));
    const kept = tf.tidy(() => {
      const gained = mixing.map((value) => value / Math.sqrt(channels));
      const tensors = {
        /** `[cos, sin]` times this is the rotated frequencies, x then y: `[2, 2 * channels]`. */
        basis: tf.tensor2d(basis, [2, 2 * channels]),
        phases: tf.tensor3d(weights.read(`${prefix}.phases`).data, [1, 1, channels]),
        mixing: tf.transpose(tf.tensor2d(gained, [channels, channels])) as tf.Tensor2D,
        x: tf.tensor4d(coordinates(size, samplingRate), [1, 1, size, 1]),
        y: tf.tensor4d(coordinates(size, samplingRate), [1, size, 1, 1]),
      };
      for (const tensor of Object.values(tensors)) keep(tf.keep(tensor));
      return tensors;
    });
    return {
      apply: (w, transforms, observe) =>
        tf.tidy(() => {
          const [n] = w.shape;
          const raw = affine.apply(w);
          observe?.('input.affine_t', raw);
          const length = tf.sqrt(tf.sum(tf.square(tf.slice2d(raw, [0, 0], [n, 2])), 1, true));
          const t = tf.div(raw, length) as tf.Tensor2D;
          const rotation = tf.slice2d(t, [0, 0], [n, 2]);
          const shift = tf.pad3d(tf.reshape(tf.slice2d(t, [0, 2], [n, 2]), [n, 1, 2]), [
            [0, 0],
            [2, 0],
            [0, 0],
          ]);
          const columns = tf.sub(transformColumns(transforms ?? ownTransform, n), shift);
          const rotated = tf.reshape(tf.matMul(rotation, kept.basis), [n, 2, channels]);
          const moved = tf.matMul(columns, rotated) as tf.Tensor3D;
          const row = (index: number) => tf.slice3d(moved, [0, index, 0], [n, 1, channels]);
          const asMap = (x: tf.Tensor) => tf.reshape(x, [n, 1, 1, channels]) as tf.Tensor4D;
          const [fx, fy] = [row(0), row(1)];
          const phase = tf.add(row(2), kept.phases);
          const magnitude = tf.sqrt(tf.add(tf.square(fx), tf.square(fy)));
          const excess = tf.div(tf.sub(magnitude, bandwidth), samplingRate / 2 - bandwidth);
          const amplitude = tf.clipByValue(tf.sub(1, excess), 0, 1);
          const alongX = tf.mul(kept.x, asMap(fx)) as tf.Tensor4D;
          const alongY = tf.add(tf.mul(kept.y, asMap(fy)), asMap(phase)) as tf.Tensor4D;
          const waves = tf.mul(sineOfSums(alongX, alongY), asMap(amplitude));
          const flat = tf.reshape(waves, [n * size * size, channels]) as tf.Tensor2D;
          const features = tf.reshape(tf.matMul(flat, kept.mixing), [n, size, size, channels]);
          observe?.('layer.input', features);
          return features as tf.Tensor4D;
        }),
    };
  });
}
