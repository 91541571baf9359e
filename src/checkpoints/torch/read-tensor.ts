import { CytoForgeError } from '../../errors.ts';
import { elementCount } from '../pickle/numpy-decode.ts';
import type { TorchStorage, TorchTensor } from '../pickle/torch-records.ts';
import type { NamedTensor } from '../tensor-source.ts';
import { DTYPE_BYTES, decodeInto } from './dtypes.ts';

/** The most bytes asked of the source at once. */
export const LARGEST_READ = 4 * 1024 * 1024;

function readElements(storage: TorchStorage, from: number, count: number): Float32Array {
  if (!storage.data) {
    throw new CytoForgeError('corrupt', 'A storage has no data in the file.', {
      where: 'a storage',
      found: 'no data',
      expected: `${storage.elements} elements of ${storage.dtype}`,
      hint: 'Copy or download the file again.',
    });
  }
  const { source, offset } = storage.data;
  const size = DTYPE_BYTES[storage.dtype];
  const elements = new Float32Array(count);
  const step = LARGEST_READ / size;
  for (let start = 0; start < count; start += step) {
    const length = Math.min(step, count - start);
    const bytes = source.read(offset + (from + start) * size, length * size);
    decodeInto(elements, start, bytes, storage.dtype);
  }
  return elements;
}

function isContiguous({ shape, stride }: TorchTensor): boolean {
  let expected = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    if (shape[axis] !== 1 && stride[axis] !== expected) return false;
    expected *= shape[axis];
  }
  return true;
}

function gather(
  span: Float32Array,
  shape: number[],
  stride: number[],
  count: number,
): Float32Array {
  const data = new Float32Array(count);
  const index = new Array<number>(shape.length).fill(0);
  let from = 0;
  for (let i = 0; i < count; i++) {
    data[i] = span[from];
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      from += stride[axis];
      if (++index[axis] < shape[axis]) break;
      from -= stride[axis] * shape[axis];
      index[axis] = 0;
    }
  }
  return data;
}

/** How many elements of its storage lie from the first to the last of a tensor. */
export function tensorSpan({ shape, stride }: TorchTensor): number {
  if (elementCount(shape) === 0) return 0;
  return shape.reduce((sum, side, axis) => sum + (side - 1) * stride[axis], 1);
}

/**
 * Reads a tensor as float32 in C order, whatever its element type and strides (channels-last weights
 * included). The source is asked for at most `LARGEST_READ` bytes at a time.
 */
export function readTorchTensor(tensor: TorchTensor): NamedTensor {
  const { shape, stride, offset, storage } = tensor;
  const count = elementCount(shape);
  if (count === 0) return { shape, data: new Float32Array(0) };
  if (isContiguous(tensor)) return { shape, data: readElements(storage, offset, count) };
  const span = tensorSpan(tensor);
  return { shape, data: gather(readElements(storage, offset, span), shape, stride, count) };
}
