import { decodeHalf } from '../half.ts';
import type { TorchDtype } from '../pickle/torch-records.ts';

/** Bytes per element. */
export const DTYPE_BYTES: Record<TorchDtype, number> = {
  float64: 8,
  float32: 4,
  float16: 2,
  bfloat16: 2,
  int64: 8,
  int32: 4,
  int16: 2,
  int8: 1,
  uint8: 1,
  bool: 1,
};

const word = new DataView(new ArrayBuffer(4));

function decodeBfloat16(bits: number): number {
  word.setUint32(0, bits << 16);
  return word.getFloat32(0);
}

const READERS: Record<TorchDtype, (view: DataView, offset: number) => number> = {
  float64: (view, offset) => view.getFloat64(offset, true),
  float32: (view, offset) => view.getFloat32(offset, true),
  float16: (view, offset) => decodeHalf(view.getUint16(offset, true)),
  bfloat16: (view, offset) => decodeBfloat16(view.getUint16(offset, true)),
  int64: (view, offset) => Number(view.getBigInt64(offset, true)),
  int32: (view, offset) => view.getInt32(offset, true),
  int16: (view, offset) => view.getInt16(offset, true),
  int8: (view, offset) => view.getInt8(offset),
  uint8: (view, offset) => view.getUint8(offset),
  bool: (view, offset) => view.getUint8(offset),
};

/** Decodes little-endian elements into `target` from index `start`. */
export function decodeInto(
  target: Float32Array,
  start: number,
  bytes: Uint8Array,
  dtype: TorchDtype,
): void {
  if (dtype === 'float32') {
    new Uint8Array(target.buffer, target.byteOffset + 4 * start).set(bytes);
    return;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = DTYPE_BYTES[dtype];
  const read = READERS[dtype];
  for (let i = 0; i * size < bytes.length; i++) target[start + i] = read(view, i * size);
}
