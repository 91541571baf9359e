import { writeZip } from '../dataset/zip-writer.ts';
import { pickledArray } from './pickle/numpy-picklable.ts';
import type { Picklable } from './pickle/picklable.ts';
import { joinBytes, pickleBytes } from './pickle/write-pickle.ts';

/** Typed arrays that have a NumPy type of their own. */
export type NpyData =
  | Float32Array
  | Float64Array
  | Int32Array
  | Uint32Array
  | Uint8Array
  | BigInt64Array;

/** NumPy's first version of the format: magic, version 1.0, a header of a multiple of 64 bytes. */
function header(descr: string, shape: readonly number[]): Uint8Array {
  const sides = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const text = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${sides}), }`;
  const padded = Math.ceil((10 + text.length + 1) / 64) * 64 - 10;
  const bytes = new Uint8Array(10 + padded);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, padded % 256, padded >> 8]);
  bytes.set(new TextEncoder().encode(`${text.padEnd(padded - 1)}\n`), 10);
  return bytes;
}

function descrOf(data: NpyData): string {
  if (data instanceof Float32Array) return '<f4';
  if (data instanceof Float64Array) return '<f8';
  if (data instanceof Int32Array) return '<i4';
  if (data instanceof Uint32Array) return '<u4';
  if (data instanceof BigInt64Array) return '<i8';
  return '|u1';
}

/**
 * A `.npy` file of numbers.
 * @param shape Its product is the length of `data`, which is in C order.
 */
export function npyOfNumbers(shape: readonly number[], data: NpyData): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return joinBytes([header(descrOf(data), shape), bytes]);
}

/** A `.npy` file of one Python object, as `numpy.save(file, object)` writes it (pickle protocol 3). */
export function npyOfObject(value: Picklable): Uint8Array<ArrayBuffer> {
  return joinBytes([header('|O', []), pickleBytes(pickledArray([], 'O8', [value]), 3)]);
}

/**
 * A `.npz` archive, uncompressed as `numpy.savez` writes it.
 * @param arrays `.npy` files by the name of the array.
 */
export async function npzOfArrays(
  arrays: ReadonlyMap<string, Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  const entries = [...arrays].map(([name, data]) => ({ name: `${name}.npy`, data }));
  for await (const piece of writeZip(entries)) pieces.push(piece);
  return joinBytes(pieces);
}
