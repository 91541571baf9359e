import type { NamedTensor, TensorSource } from '../../checkpoints/tensor-source.ts';
import { CytoForgeError } from '../../errors.ts';

/** A weight of the shape its layer needs. @throws CytoForgeError `missing-tensor`, `wrong-architecture`. */
export function checkedWeight(
  weights: TensorSource,
  name: string,
  shape: readonly number[],
): NamedTensor {
  const weight = weights.read(name);
  if (weight.shape.join() === shape.join()) return weight;
  throw new CytoForgeError('wrong-architecture', `${name} does not fit its layer.`, {
    found: `[${weight.shape}]`,
    expected: `[${shape}]`,
  });
}
