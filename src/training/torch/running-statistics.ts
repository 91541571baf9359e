import type { StatisticsObserver } from '../../nn/ops/batch-norm.ts';
import * as tf from '../../nn/tf.ts';
import type { NamedVariables } from '../trainable-network.ts';

/**
 * Keeps running statistics as PyTorch's batch norms do: `running ← (1 − momentum)·running + momentum·batch`, of the
 * variance the unbiased one.
 * @param statistics `name.running_mean` and `name.running_var` by batch norm.
 */
export function keepRunningStatistics(
  statistics: NamedVariables,
  momentum: number,
): StatisticsObserver {
  const move = (running: tf.Variable, batch: tf.Tensor) =>
    running.assign(tf.add(tf.mul(running, 1 - momentum), tf.mul(batch, momentum)));
  return (name, mean, variance, values) => {
    tf.tidy(() => {
      const unbiased = tf.mul(variance, values / Math.max(1, values - 1));
      move(statistics[`${name}.running_mean`], mean);
      move(statistics[`${name}.running_var`], unbiased);
    });
  };
}
