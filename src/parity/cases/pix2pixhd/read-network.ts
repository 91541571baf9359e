import { bytesSource } from '../../../checkpoints/byte-source.ts';
import { readSafetensors } from '../../../checkpoints/safetensors.ts';
import type { TensorSource } from '../../../checkpoints/tensor-source.ts';
import { CytoForgeError } from '../../../errors.ts';
import type { GoldenCase } from '../../golden-case.ts';

/** The weights in a safetensors file of a case, under the names that a bundle has: with `prefix` before them. */
export async function readNetwork(
  golden: GoldenCase,
  file: string,
  prefix: string,
): Promise<TensorSource> {
  const tensors = readSafetensors(bytesSource(file, await golden.folder.read(file)));
  return {
    names: () => [...tensors.keys()].map((name) => prefix + name),
    has: (name) => name.startsWith(prefix) && tensors.has(name.slice(prefix.length)),
    read(name) {
      const tensor = tensors.get(name.slice(prefix.length));
      if (!tensor) throw new CytoForgeError('missing-tensor', `${file} has no ${name}.`);
      return { shape: tensor.shape, data: Float32Array.from(tensor.data) };
    },
  };
}
