import { CytoForgeError } from '../../errors.ts';
import type { TorchTensor } from '../pickle/torch-records.ts';
import type { TensorSource } from '../tensor-source.ts';
import { readTorchTensor, tensorSpan } from './read-tensor.ts';

/** A tensor of a map by its name, or `missing-tensor`. */
export function requireTensor(
  tensors: ReadonlyMap<string, TorchTensor>,
  name: string,
): TorchTensor {
  const tensor = tensors.get(name);
  if (!tensor) {
    throw new CytoForgeError('missing-tensor', `The checkpoint has no tensor ${name}.`, {
      where: name,
      found: `${tensors.size} other tensors`,
      expected: name,
      hint: 'The file is of another version of the network, or incomplete.',
    });
  }
  return tensor;
}

/** Weights of a tensor map, decoded when asked for. */
export function torchTensorSource(tensors: ReadonlyMap<string, TorchTensor>): TensorSource {
  return {
    names: () => [...tensors.keys()],
    has: (name) => tensors.has(name),
    read: (name) => readTorchTensor(requireTensor(tensors, name)),
  };
}

/**
 * Checks that the expected tensors do not take more elements of their storages than the file has bytes: a small
 * file whose tensors share one storage could otherwise stand for a model of any size.
 * @param bytes Size of the files that the tensors are in.
 * @throws CytoForgeError `corrupt` with the first tensor beyond.
 */
export function checkTensorsAreStored(
  file: string,
  bytes: number,
  tensors: ReadonlyMap<string, TorchTensor>,
  names: Iterable<string>,
): void {
  let elements = 0;
  for (const name of names) {
    const tensor = tensors.get(name);
    elements += tensor ? tensorSpan(tensor) : 0;
    if (elements <= bytes) continue;
    throw new CytoForgeError('corrupt', `${file} has tensors that share their numbers.`, {
      where: name,
      found: `${elements} numbers so far`,
      expected: `at most ${bytes}, as many as the file has bytes`,
      hint: 'Copy or download the file again.',
    });
  }
}

/**
 * Checks that every expected tensor is there with its shape.
 * @throws CytoForgeError `missing-tensor` with the first name that differs, found and expected shape.
 */
export function checkTensors(
  file: string,
  tensors: ReadonlyMap<string, TorchTensor>,
  expected: ReadonlyMap<string, number[]>,
): void {
  for (const [name, shape] of expected) {
    const found = tensors.get(name)?.shape;
    if (found?.length === shape.length && shape.every((side, axis) => side === found[axis]))
      continue;
    throw new CytoForgeError('missing-tensor', `${file} does not have the tensors it should.`, {
      where: name,
      found: found ? `shape [${found.join(', ')}]` : 'no such tensor',
      expected: `shape [${shape.join(', ')}]`,
      hint: 'The file is of another version of the network, or incomplete.',
    });
  }
}
