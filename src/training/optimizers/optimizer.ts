import type * as tf from '../../nn/tf.ts';
import type { NamedVariables } from '../trainable-network.ts';

/** Gradients by the names of the parameters. */
export type NamedGradients = Readonly<Record<string, tf.Tensor>>;

/** A rule that changes parameters by their gradients. */
export interface Optimizer {
  /** What it remembers, by name; kept in checkpoints. */
  state: NamedVariables;
  /**
   * One step.
   * @param iteration Counts from 1, over all steps of a training.
   */
  step(gradients: NamedGradients, learningRate: number, iteration: number): void;
  dispose(): void;
}

/** Settings of an optimiser, as PyTorch names them. */
export type OptimizerSettings =
  | { kind: 'adam' | 'adamw'; beta1: number; beta2: number; epsilon: number; weightDecay: number }
  | { kind: 'sgd'; momentum: number; weightDecay: number };

/** PyTorch's own defaults. */
export const ADAM: OptimizerSettings = {
  kind: 'adam',
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  weightDecay: 0,
};
