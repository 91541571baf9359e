import { decodeHalf } from '../half.ts';
import { corruptPickle, type Place, unsupportedPickle } from './fault.ts';
import type { NumpyArray, NumpyDtype } from './numpy-records.ts';
import { bytesOfLatin1 } from './values.ts';

/** Numbers of an array in the narrowest typed array that holds them; 64-bit integers become doubles. */
export type NumericData =
  | Float32Array
  | Float64Array
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array;

type Getter = (view: DataView, offset: number, little: boolean) => number;

interface ElementType {
  make: (length: number) => NumericData;
  get: Getter;
}

const ELEMENTS: Record<string, ElementType> = {
  b1: { make: (n) => new Uint8Array(n), get: (v, o) => v.getUint8(o) },
  u1: { make: (n) => new Uint8Array(n), get: (v, o) => v.getUint8(o) },
  i1: { make: (n) => new Int8Array(n), get: (v, o) => v.getInt8(o) },
  u2: { make: (n) => new Uint16Array(n), get: (v, o, l) => v.getUint16(o, l) },
  i2: { make: (n) => new Int16Array(n), get: (v, o, l) => v.getInt16(o, l) },
  u4: { make: (n) => new Uint32Array(n), get: (v, o, l) => v.getUint32(o, l) },
  i4: { make: (n) => new Int32Array(n), get: (v, o, l) => v.getInt32(o, l) },
  u8: { make: (n) => new Float64Array(n), get: (v, o, l) => Number(v.getBigUint64(o, l)) },
  i8: { make: (n) => new Float64Array(n), get: (v, o, l) => Number(v.getBigInt64(o, l)) },
  f2: { make: (n) => new Float32Array(n), get: (v, o, l) => decodeHalf(v.getUint16(o, l)) },
  f4: { make: (n) => new Float32Array(n), get: (v, o, l) => v.getFloat32(o, l) },
  f8: { make: (n) => new Float64Array(n), get: (v, o, l) => v.getFloat64(o, l) },
};

function rawBytes(array: NumpyArray, count: number, place: Place): Uint8Array {
  const { data } = array;
  if (Array.isArray(data)) throw corruptPickle(place, 'a list of objects', 'numbers');
  const length = count * array.dtype.bytes;
  if (data.length !== length) {
    throw corruptPickle(place, `${data.length} bytes of data`, `${length} bytes`);
  }
  if (typeof data === 'string') return bytesOfLatin1(data);
  return data.source.read(data.offset, length);
}

/** How many elements a shape has; an empty side wins over sides whose product is beyond all numbers. */
export function elementCount(shape: readonly number[]): number {
  return shape.includes(0) ? 0 : shape.reduce((product, side) => product * side, 1);
}

/** Reads raw elements of a numeric dtype, in the order they are stored. */
export function decodeElements(
  bytes: Uint8Array,
  dtype: NumpyDtype,
  count: number,
  place: Place,
): NumericData {
  const element = ELEMENTS[`${dtype.type}${dtype.bytes}`];
  if (!element) {
    throw unsupportedPickle(place, `dtype ${dtype.type}${dtype.bytes}`, 'a numeric dtype');
  }
  if (bytes.length !== count * dtype.bytes) {
    throw corruptPickle(place, `${bytes.length} bytes of data`, `${count * dtype.bytes}`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const numbers = element.make(count);
  const little = dtype.order !== '>';
  for (let i = 0; i < count; i++) numbers[i] = element.get(view, i * dtype.bytes, little);
  return numbers;
}

/** The same numbers in C order when they were stored with the first axis fastest. */
export function fromFortranOrder<T extends NumericData>(numbers: T, shape: number[]): T {
  const result = numbers.slice() as T;
  const index = new Array<number>(shape.length).fill(0);
  const strides = shape.map((_, axis) => elementCount(shape.slice(0, axis)));
  for (let i = 0; i < numbers.length; i++) {
    result[i] = numbers[index.reduce((sum, at, axis) => sum + at * strides[axis], 0)];
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      if (++index[axis] < shape[axis]) break;
      index[axis] = 0;
    }
  }
  return result;
}

/**
 * The numbers of an array record, in C order.
 * @throws CytoForgeError `unsupported` for other dtypes, `corrupt` when data and shape disagree.
 */
export function decodeNumbers(array: NumpyArray, place: Place): NumericData {
  const count = elementCount(array.shape);
  const numbers = decodeElements(rawBytes(array, count, place), array.dtype, count, place);
  return array.fortranOrder ? fromFortranOrder(numbers, array.shape) : numbers;
}
