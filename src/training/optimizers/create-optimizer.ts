import type { NamedVariables } from '../trainable-network.ts';
import { createAdam } from './adam.ts';
import type { Optimizer, OptimizerSettings } from './optimizer.ts';
import { createSgd } from './sgd.ts';

/** An optimiser of these parameters, its memory at zero. */
export function createOptimizer(
  settings: OptimizerSettings,
  parameters: NamedVariables,
): Optimizer {
  return settings.kind === 'sgd'
    ? createSgd(settings, parameters)
    : createAdam(settings, parameters);
}
