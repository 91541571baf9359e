import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import type { Network, NetworkModule } from './network-module.ts';
import { type WeightReader, weightReader } from './weight-reader.ts';

/**
 * A network of the modules that `build` makes from the weights whose names start with `prefix`.
 * @throws CytoForgeError what `build` throws; nothing is left allocated.
 */
export function loadNetwork(
  weights: TensorSource,
  prefix: string,
  build: (reader: WeightReader) => readonly NetworkModule[],
): Network {
  const reader = weightReader(weights, prefix);
  try {
    return { modules: build(reader), dispose: reader.dispose };
  } catch (error) {
    reader.dispose();
    throw error;
  }
}
