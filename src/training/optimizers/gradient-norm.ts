import * as tf from '../../nn/tf.ts';
import type { NamedGradients } from './optimizer.ts';

/** The length of all gradients as one vector. */
export function gradientNorm(gradients: NamedGradients): number {
  return tf.tidy(() => {
    const squares = Object.values(gradients).map((gradient) => tf.sum(tf.square(gradient)));
    return Math.sqrt(tf.sum(tf.stack(squares)).dataSync()[0]);
  });
}

/**
 * Gradients scaled so that they are no longer than `longest` as one vector (PyTorch's `clip_grad_norm_`).
 * @param norm What `gradientNorm` says of them.
 * @returns New tensors where they are too long, else the same ones.
 */
export function clipGradients(
  gradients: NamedGradients,
  norm: number,
  longest: number,
): NamedGradients {
  if (norm <= longest) return gradients;
  const factor = longest / (norm + 1e-6);
  return Object.fromEntries(
    Object.entries(gradients).map(([name, gradient]) => [name, tf.mul(gradient, factor)]),
  );
}
