import { CytoForgeError } from '../errors.ts';
import { type ByteSource, sliceSource } from './byte-source.ts';
import { decodeHalves } from './half.ts';

/** Element types that are read; F16 is decoded to float32. */
export type SafetensorsDtype = 'F32' | 'F16' | 'I32' | 'U8';

/** One tensor of a safetensors file, in C order. */
export interface SafetensorsTensor {
  dtype: SafetensorsDtype;
  shape: number[];
  data: Float32Array | Int32Array | Uint8Array;
}

const BYTES_PER_ELEMENT: Record<SafetensorsDtype, number> = { F32: 4, F16: 2, I32: 4, U8: 1 };
const LARGEST_HEADER = 100 * 1024 * 1024;

function corrupt(source: ByteSource, found: string, expected: string): CytoForgeError {
  return new CytoForgeError('corrupt', `${source.name} is not a valid safetensors file.`, {
    found,
    expected,
  });
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

/**
 * Reads a safetensors file (8-byte little-endian header length, JSON header, raw data).
 * @throws CytoForgeError `truncated` or `corrupt`.
 */
export function readSafetensors(source: ByteSource): Map<string, SafetensorsTensor> {
  const head = source.read(0, 8);
  const length = Number(
    new DataView(head.buffer, head.byteOffset, head.byteLength).getBigUint64(0, true),
  );
  if (length > LARGEST_HEADER || length + 8 > source.size) {
    throw corrupt(source, `a header of ${length} bytes`, `at most ${source.size - 8} bytes`);
  }
  let header: Record<string, { dtype: string; shape: number[]; data_offsets: [number, number] }>;
  try {
    header = JSON.parse(new TextDecoder().decode(source.read(8, length)));
  } catch {
    throw corrupt(source, 'a header that is not JSON', 'a JSON header');
  }
  const body = sliceSource(source, 8 + length, source.size - 8 - length);
  const tensors = new Map<string, SafetensorsTensor>();
  for (const [name, entry] of Object.entries(header)) {
    if (name === '__metadata__') continue;
    const dtype = entry.dtype as SafetensorsDtype;
    const elements = entry.shape.reduce((product, side) => product * side, 1);
    const [from, to] = entry.data_offsets;
    if (BYTES_PER_ELEMENT[dtype] === undefined) {
      throw corrupt(source, `${name} of type ${entry.dtype}`, 'F32, F16, I32 or U8');
    }
    if (to - from !== elements * BYTES_PER_ELEMENT[dtype]) {
      throw corrupt(source, `${name} with ${to - from} bytes`, `${elements} elements`);
    }
    tensors.set(name, {
      dtype,
      shape: entry.shape,
      data: decode(dtype, body.read(from, to - from)),
    });
  }
  return tensors;
}
