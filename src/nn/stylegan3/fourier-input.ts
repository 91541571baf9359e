import type { StyleGan3Config } from '../../checkpoints/bundle/manifest.ts';
import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import { cosineOfTurns } from '../ops/turn-wave.ts';
import { loadFullyConnected } from '../stylegan/fully-connected.ts';
import type { TensorObserver } from '../stylegan/mask-network.ts';
import { withOwnedParts } from '../stylegan/owned-parts.ts';
import * as tf from '../tf.ts';
import { type Span, spanSize } from './layer-window.ts';
import type { Matrix3 } from './transform.ts';

/** The waves of the Fourier features, before they are sampled: frequency and phase in turns, and amplitude. */
export interface PlacedWaves {
  /** All `[N, 1, 1, channels]`. */
  frequencyX: tf.Tensor;
  frequencyY: tf.Tensor;
  phase: tf.Tensor;
  amplitude: tf.Tensor;
}

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
  /** The waves of w `[N, wDim]`, for `sample`. */
  place(
    w: tf.Tensor2D,
    transforms: Matrix3 | Matrix3[] | null,
    observe?: TensorObserver,
  ): PlacedWaves;
  /**
   * Samples a rectangle of the plane: `[N, height, width, channels]`.
   * @param x samples counted from the left edge of the training size, which may be left behind on either side
   */
  sample(waves: PlacedWaves, x: Span, y: Span): tf.Tensor4D;
  dispose(): void;
}

/** Where samples lie, in widths of the original picture, whose middle is 0. */
function coordinates({ from, to }: Span, size: number, samplingRate: number): number[] {
  return Array.from(
    { length: to - from },
    (_, j) => (2 * (from + j) + 1 - size) / (2 * samplingRate),
  );
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
 * `sin(2 pi (x + y))` for every pair of `x` `[N, 1, width, C]` and `y` `[N, height, 1, C]`, in turns: a map from
 * its two edges.
 */
function sineOfSums(x: tf.Tensor4D, y: tf.Tensor4D): tf.Tensor {
  const [n, , width, c] = x.shape;
  const height = y.shape[1];
  const edges = tf.concat([tf.reshape(x, [n, width, c]), tf.reshape(y, [n, height, c])], 1);
  const waves = cosineOfTurns(tf.concat([edges, tf.sub(edges, 0.25)], 1));
  const [cosX, cosY, sinX, sinY] = tf.split(waves, [width, height, width, height], 1);
  const flat = (edge: tf.Tensor) => tf.reshape(edge, [n, 1, width, c]);
  const upright = (edge: tf.Tensor) => tf.reshape(edge, [n, height, 1, c]);
  return tf.add(tf.mul(flat(sinX), upright(cosY)), tf.mul(flat(cosX), upright(sinY)));
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
      };
      for (const tensor of Object.values(tensors)) keep(tf.keep(tensor));
      return tensors;
    });
    const place: FourierInput['place'] = (w, transforms, observe) =>
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
        const asMap = (x: tf.Tensor) => tf.reshape(x, [n, 1, 1, channels]);
        const [fx, fy] = [row(0), row(1)];
        const magnitude = tf.sqrt(tf.add(tf.square(fx), tf.square(fy)));
        const excess = tf.div(tf.sub(magnitude, bandwidth), samplingRate / 2 - bandwidth);
        return {
          frequencyX: asMap(fx),
          frequencyY: asMap(fy),
          phase: asMap(tf.add(row(2), kept.phases)),
          amplitude: asMap(tf.clipByValue(tf.sub(1, excess), 0, 1)),
        };
      });
    const sample: FourierInput['sample'] = (waves, x, y) =>
      tf.tidy(() => {
        const { frequencyX, frequencyY, phase, amplitude } = waves;
        const [n, width, height] = [phase.shape[0], spanSize(x), spanSize(y)];
        const across = tf.tensor4d(coordinates(x, size, samplingRate), [1, 1, width, 1]);
        const down = tf.tensor4d(coordinates(y, size, samplingRate), [1, height, 1, 1]);
        const alongX = tf.mul(across, frequencyX) as tf.Tensor4D;
        const alongY = tf.add(tf.mul(down, frequencyY), phase) as tf.Tensor4D;
        const values = tf.mul(sineOfSums(alongX, alongY), amplitude);
        const flat = tf.reshape(values, [n * height * width, channels]) as tf.Tensor2D;
        return tf.reshape(tf.matMul(flat, kept.mixing), [n, height, width, channels]);
      });
    const whole: Span = { from: 0, to: size };
    return {
      apply: (w, transforms, observe) =>
        tf.tidy(() => {
          const features = sample(place(w, transforms, observe), whole, whole);
          observe?.('layer.input', features);
          return features;
        }),
      place,
      sample,
    };
  });
}
