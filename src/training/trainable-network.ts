import type { NamedTensor } from '../checkpoints/tensor-source.ts';
import type * as tf from '../nn/tf.ts';
import type { AnnotatedImage } from './data/annotated-image.ts';

/** Tensors that change as a network trains, by name. */
export type NamedVariables = Readonly<Record<string, tf.Variable>>;

/** Hears a part of a loss, for the log; it may be disposed after the call. */
export type PartListener = (name: string, value: tf.Scalar) => void;

/** `training`: batch norms take the statistics of the batch, and keep them. `validation`: they take those kept. */
export type LossMode = 'training' | 'validation';

/** A network that can be trained. */
export interface TrainableNetwork {
  /** What the optimiser changes. */
  parameters: NamedVariables;
  /** What else a checkpoint keeps: running statistics of batch norms. */
  statistics: NamedVariables;
  /**
   * The loss of some examples, differentiable with respect to `parameters`. Targets are made of their labels inside;
   * everything is freed by the caller's `tf.tidy`.
   */
  loss(examples: readonly AnnotatedImage[], mode: LossMode, onPart?: PartListener): tf.Scalar;
  /** All weights under the names and in the layouts of a bundle, running statistics among them. */
  readWeights(): Promise<Map<string, NamedTensor>>;
  /** Frees all variables. */
  dispose(): void;
}
