import type { ByteSource } from './byte-source.ts';
import { decodeHalves } from './half.ts';
import {
  corruptSafetensors,
  readSafetensorsHeader,
  type SafetensorsEntry,
} from './safetensors-header.ts';

/** Element types that are decoded; F16 becomes float32. */
export type SafetensorsDtype = 'F32' | 'F16' | 'I32' | 'U8';

/** One tensor of a safetensors file, in C order. */
export interface SafetensorsTensor {
  dtype: SafetensorsDtype;
  shape: number[];
  data: Float32Array | Int32Array | Uint8Array;
}

function isDecoded(dtype: string): dtype is SafetensorsDtype {
  return ['F32', 'F16', 'I32', 'U8'].includes(dtype);
}

function decode(dtype: SafetensorsDtype, bytes: Uint8Array): SafetensorsTensor['data'] {
  // Not `slice()`: that of a Node Buffer shares the memory of the whole file.
  const copy = new Uint8Array(bytes);
  if (dtype === 'U8') return copy;
  const aligned = copy.buffer;
  if (dtype === 'I32') return new Int32Array(aligned);
  if (dtype === 'F32') return new Float32Array(aligned);
  return decodeHalves(new Uint16Array(aligned));
}

function readTensor(source: ByteSource, entry: SafetensorsEntry): SafetensorsTensor {
  const { name, dtype, shape, offset, bytes } = entry;
  if (!isDecoded(dtype)) {
    throw corruptSafetensors(source, name, `type ${dtype}`, 'F32, F16, I32 or U8');
  }
  return { dtype, shape, data: decode(dtype, source.read(offset, bytes)) };
}

/**
 * Reads a safetensors file (8-byte little-endian header length, JSON header, raw data).
 * @throws CytoForgeError `truncated` or `corrupt`.
 */
export function readSafetensors(source: ByteSource): Map<string, SafetensorsTensor> {
  const { entries } = readSafetensorsHeader(source);
  return new Map(entries.map((entry) => [entry.name, readTensor(source, entry)]));
}
