import type { NamedTensor, TensorSource } from '../../checkpoints/tensor-source.ts';
import { readTensor } from '../../nn/backend/read-tensor.ts';
import { loadNamedTensors, toTorchLayout } from '../../nn/named-tensors.ts';
import * as tf from '../../nn/tf.ts';
import type { NamedVariables } from '../trainable-network.ts';

/** Variables of a network whose bundle has PyTorch's names and layouts; in memory they have TensorFlow's layouts. */
export interface TorchVariables {
  parameters: NamedVariables;
  /** `running_mean` and `running_var` of its batch norms. */
  statistics: NamedVariables;
  /** Both, for a forward pass. */
  all: NamedVariables;
  /** All under the bundle's names, in PyTorch's layouts. */
  readWeights(): Promise<Map<string, NamedTensor>>;
  dispose(): void;
}

const STATISTIC = /\.running_(mean|var)$/;

/**
 * Puts weights on the backend as variables.
 * @throws CytoForgeError `missing-tensor`, `wrong-architecture`.
 */
export function torchVariables(
  source: TensorSource,
  shapes: ReadonlyMap<string, readonly number[]>,
): TorchVariables {
  const tensors = loadNamedTensors(source, shapes);
  const of = (wanted: boolean): NamedVariables =>
    Object.fromEntries(
      Object.entries(tensors)
        .filter(([name]) => STATISTIC.test(name) === wanted)
        .map(([name, tensor]) => [name, tf.variable(tensor, !wanted)]),
    );
  const [parameters, statistics] = [of(false), of(true)];
  tf.dispose(tensors);
  const all = { ...parameters, ...statistics };
  return {
    parameters,
    statistics,
    all,
    async readWeights() {
      const weights = new Map<string, NamedTensor>();
      for (const name of shapes.keys()) {
        const tensor = toTorchLayout(all[name]);
        weights.set(name, { shape: tensor.shape, data: await readTensor(tensor) });
        tensor.dispose();
      }
      return weights;
    },
    dispose: () => tf.dispose(all),
  };
}
