import * as tf from '../nn/tf.ts';
import type { AnnotatedImage } from './data/annotated-image.ts';
import { clipGradients, gradientNorm } from './optimizers/gradient-norm.ts';
import type { Optimizer } from './optimizers/optimizer.ts';
import type { TrainableNetwork } from './trainable-network.ts';

/** What one step saw. */
export interface StepReport {
  loss: number;
  /** Parts of the loss, by name. */
  parts: Record<string, number>;
  gradientNorm: number;
  learningRate: number;
}

/** What a step is told. */
export interface StepOptions {
  learningRate: number;
  /** From 1. */
  iteration: number;
  longestGradient: number | null;
}

/** One step of gradient descent: loss, gradients, change of the parameters. Frees all it makes. */
export function takeStep(
  network: TrainableNetwork,
  optimizer: Optimizer,
  examples: readonly AnnotatedImage[],
  { learningRate, iteration, longestGradient }: StepOptions,
): StepReport {
  return tf.tidy(() => {
    const parts: Record<string, number> = {};
    const variables = Object.values(network.parameters);
    const { value, grads } = tf.variableGrads(
      () =>
        network.loss(examples, 'training', (name, part) => {
          parts[name] = part.dataSync()[0];
        }),
      variables,
    );
    const gradients = Object.fromEntries(
      Object.entries(network.parameters).flatMap(([name, variable]) =>
        grads[variable.name] ? [[name, grads[variable.name]]] : [],
      ),
    );
    const norm = gradientNorm(gradients);
    const clipped =
      longestGradient === null ? gradients : clipGradients(gradients, norm, longestGradient);
    const loss = value.dataSync()[0];
    if (Number.isFinite(loss) && Number.isFinite(norm)) {
      optimizer.step(clipped, learningRate, iteration);
    }
    return { loss: Number.isFinite(norm) ? loss : norm, parts, gradientNorm: norm, learningRate };
  });
}
