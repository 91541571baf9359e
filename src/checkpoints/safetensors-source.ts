import { CytoForgeError } from '../errors.ts';
import type { ByteSource } from './byte-source.ts';
import { readSafetensors, type SafetensorsTensor } from './safetensors.ts';
import { readSafetensorsHeader } from './safetensors-header.ts';
import type { TensorSource } from './tensor-source.ts';

/** Whether a file begins as safetensors do: the length of a header that fits, then JSON. */
export function isSafetensors(source: ByteSource): boolean {
  if (source.size < 10) return false;
  const head = source.read(0, 9);
  const length = new DataView(head.buffer, head.byteOffset).getBigUint64(0, true);
  return length <= BigInt(source.size - 8) && head[8] === '{'.charCodeAt(0);
}

/**
 * The tensors of a safetensors file as float32 weights; its data is read with the first of them.
 * @throws CytoForgeError as `readSafetensors`.
 */
export function safetensorsSource(source: ByteSource): TensorSource {
  const { entries } = readSafetensorsHeader(source);
  const names = entries.map(({ name }) => name);
  let tensors: Map<string, SafetensorsTensor> | null = null;
  return {
    names: () => names,
    has: (name) => names.includes(name),
    read(name) {
      tensors ??= readSafetensors(source);
      const tensor = tensors.get(name);
      if (tensor) return { shape: tensor.shape, data: Float32Array.from(tensor.data) };
      throw new CytoForgeError('missing-tensor', `${source.name} has no tensor ${name}.`, {
        where: name,
        found: `${names.length} other tensors`,
        expected: name,
      });
    },
  };
}
