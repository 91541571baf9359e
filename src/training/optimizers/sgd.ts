import * as tf from '../../nn/tf.ts';
import type { NamedVariables } from '../trainable-network.ts';
import type { Optimizer, OptimizerSettings } from './optimizer.ts';
import { zerosFor } from './zeros-for.ts';

type SgdSettings = Extract<OptimizerSettings, { kind: 'sgd' }>;

/** Gradient descent with momentum as PyTorch has it: `v ← momentum·v + g`, `p ← p − rate·v`; no dampening, not Nesterov's. */
export function createSgd(settings: SgdSettings, parameters: NamedVariables): Optimizer {
  const { momentum, weightDecay } = settings;
  const velocities = zerosFor(parameters, 'velocity');
  return {
    state: velocities,
    step(gradients, learningRate) {
      for (const [name, given] of Object.entries(gradients)) {
        const parameter = parameters[name];
        const velocity = velocities[`velocity/${name}`];
        tf.tidy(() => {
          const gradient = weightDecay > 0 ? tf.add(given, tf.mul(parameter, weightDecay)) : given;
          velocity.assign(tf.add(tf.mul(velocity, momentum), gradient));
          parameter.assign(tf.sub(parameter, tf.mul(velocity, learningRate)));
        });
      }
    },
    dispose: () => tf.dispose(velocities),
  };
}
