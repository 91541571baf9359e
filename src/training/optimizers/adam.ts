import * as tf from '../../nn/tf.ts';
import type { NamedVariables } from '../trainable-network.ts';
import type { Optimizer, OptimizerSettings } from './optimizer.ts';
import { zerosFor } from './zeros-for.ts';

type AdamSettings = Extract<OptimizerSettings, { kind: 'adam' | 'adamw' }>;

/**
 * Adam (Kingma and Ba 2015) as PyTorch has it: weight decay is added to the gradient; AdamW (Loshchilov and Hutter 2019)
 * takes it off the parameter instead.
 */
export function createAdam(settings: AdamSettings, parameters: NamedVariables): Optimizer {
  const { kind, beta1, beta2, epsilon, weightDecay } = settings;
  const means = zerosFor(parameters, 'mean');
  const squares = zerosFor(parameters, 'square');
  return {
    state: { ...means, ...squares },
    step(gradients, learningRate, iteration) {
      const meanBias = 1 - beta1 ** iteration;
      const squareBias = Math.sqrt(1 - beta2 ** iteration);
      for (const [name, given] of Object.entries(gradients)) {
        const parameter = parameters[name];
        const mean = means[`mean/${name}`];
        const square = squares[`square/${name}`];
        tf.tidy(() => {
          const decays = weightDecay > 0;
          const gradient =
            decays && kind === 'adam' ? tf.add(given, tf.mul(parameter, weightDecay)) : given;
          mean.assign(tf.add(tf.mul(mean, beta1), tf.mul(gradient, 1 - beta1)));
          square.assign(tf.add(tf.mul(square, beta2), tf.mul(tf.square(gradient), 1 - beta2)));
          const deviation = tf.add(tf.div(tf.sqrt(square), squareBias), epsilon);
          const change = tf.mul(tf.div(mean, deviation), learningRate / meanBias);
          const start =
            decays && kind === 'adamw'
              ? tf.mul(parameter, 1 - learningRate * weightDecay)
              : parameter;
          parameter.assign(tf.sub(start, change));
        });
      }
    },
    dispose: () => tf.dispose([means, squares]),
  };
}
