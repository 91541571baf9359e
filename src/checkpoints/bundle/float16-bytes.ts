import { elementCount } from '../pickle/numpy-decode.ts';
import { isRounded } from './encode-weight.ts';
import { type ArchitectureConfig, expectedTensors } from './expected-tensors.ts';

/** Bytes that the shards of a model take at float16, known before a weight is read. */
export function float16Bytes(model: ArchitectureConfig): number {
  let bytes = 0;
  for (const [name, shape] of expectedTensors(model)) {
    bytes += elementCount(shape) * (isRounded(name, shape) ? 2 : 4);
  }
  return bytes;
}
