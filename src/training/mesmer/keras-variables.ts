import type { NamedTensor, TensorSource } from '../../checkpoints/tensor-source.ts';
import { readTensor } from '../../nn/backend/read-tensor.ts';
import type { StatisticsObserver } from '../../nn/ops/batch-norm.ts';
import * as tf from '../../nn/tf.ts';
import type { NamedVariables } from '../trainable-network.ts';

/** Weights of a network under Keras names as variables. */
export interface KerasVariables {
  parameters: NamedVariables;
  /** Moving means and variances of its batch norms. */
  statistics: NamedVariables;
  /** Both, for a forward pass. */
  all: NamedVariables;
  readWeights(): Promise<Map<string, NamedTensor>>;
  dispose(): void;
}

const STATISTIC = /\/moving_(mean|variance)$/;

/** Share of a batch in the moving statistics. */
const MOMENTUM = 0.05;

/** Puts weights on the backend as variables. @throws CytoForgeError `missing-tensor`. */
export function kerasVariables(source: TensorSource): KerasVariables {
  const entries = source.names().map((name): [string, tf.Variable] => {
    const { shape, data } = source.read(name);
    return [name, tf.tidy(() => tf.variable(tf.tensor(data, shape), !STATISTIC.test(name)))];
  });
  const of = (wanted: boolean): NamedVariables =>
    Object.fromEntries(entries.filter(([name]) => STATISTIC.test(name) === wanted));
  const all = Object.fromEntries(entries);
  return {
    parameters: of(false),
    statistics: of(true),
    all,
    async readWeights() {
      const weights = new Map<string, NamedTensor>();
      for (const [name, variable] of entries) {
        weights.set(name, { shape: variable.shape, data: await readTensor(variable) });
      }
      return weights;
    },
    dispose: () => tf.dispose(all),
  };
}

/** Moves the moving statistics of batch norms towards those of a batch, of the variance the unbiased one. */
export function keepMovingStatistics(statistics: NamedVariables): StatisticsObserver {
  const move = (moving: tf.Variable, batch: tf.Tensor) =>
    moving.assign(tf.add(tf.mul(moving, 1 - MOMENTUM), tf.mul(batch, MOMENTUM)));
  return (layer, mean, variance, values) => {
    tf.tidy(() => {
      move(statistics[`${layer}/moving_mean`], mean);
      const unbiased = tf.mul(variance, values / Math.max(1, values - 1));
      move(statistics[`${layer}/moving_variance`], unbiased);
    });
  };
}
