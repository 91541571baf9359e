import { CytoForgeError } from '../errors.ts';
import { type ByteSource, sliceSource } from './byte-source.ts';
import { ByteCursor } from './pickle/cursor.ts';
import { corruptPickle, type Place, unsupportedPickle } from './pickle/fault.ts';
import { DATA_GLOBALS } from './pickle/globals.ts';
import { interpretPickle } from './pickle/interpreter.ts';
import { asCounts, parseDtype } from './pickle/numpy.ts';
import {
  decodeElements,
  elementCount,
  fromFortranOrder,
  type NumericData,
} from './pickle/numpy-decode.ts';
import type { NumpyDtype } from './pickle/numpy-records.ts';
import type { PickleValue } from './pickle/values.ts';

/** An array of numbers, C order; 64-bit integers and booleans as plain numbers. */
export interface NpyNumbers {
  kind: 'numbers';
  shape: number[];
  data: NumericData;
}

/** An array of texts (`<U…`), C order. */
export interface NpyText {
  kind: 'text';
  shape: number[];
  data: string[];
}

/** An array of Python objects: its pickle as data, usually an `ndarray` record of one dict. */
export interface NpyObjects {
  kind: 'objects';
  shape: number[];
  value: PickleValue;
}

export type NpyArray = NpyNumbers | NpyText | NpyObjects;

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
/** Headers of official arrays have 118 bytes; NumPy itself stops at 10,000. */
const LONGEST_HEADER = 16 * 1024;

/** What the header of a `.npy` file says. */
export interface NpyHeader {
  dtype: NumpyDtype;
  fortranOrder: boolean;
  shape: number[];
  dataOffset: number;
}

/** Whether a source begins like a `.npy` file. */
export function isNpy(source: ByteSource): boolean {
  if (source.size < MAGIC.length) return false;
  const head = source.read(0, MAGIC.length);
  return MAGIC.every((byte, i) => head[i] === byte);
}

function headerText(source: ByteSource): { text: string; end: number } {
  const version = source.read(6, 2)[0];
  const field = source.read(8, version === 1 ? 2 : 4);
  const length = field.reduce((sum, byte, i) => sum + byte * 256 ** i, 0);
  const start = 8 + field.length;
  if (version < 1 || version > 3 || length > LONGEST_HEADER) {
    const place = { name: source.name, offset: 6 };
    const expected = `version 1 to 3, header of at most ${LONGEST_HEADER} bytes`;
    throw corruptPickle(place, `version ${version}, header of ${length} bytes`, expected);
  }
  const text = new TextDecoder().decode(source.read(start, length));
  return { text, end: start + length };
}

/**
 * Reads the header alone.
 * @throws CytoForgeError `not-a-checkpoint`, `truncated`, `corrupt`, `unsupported`.
 */
export function readNpyHeader(source: ByteSource): NpyHeader {
  const place: Place = { name: source.name, offset: 0 };
  if (!isNpy(source)) {
    throw new CytoForgeError('not-a-checkpoint', `${source.name} is not a NumPy file.`, {
      where: 'byte 0',
      found: source.size === 0 ? 'an empty file' : 'other content',
      expected: 'a .npy file',
      hint: 'Choose another file.',
    });
  }
  const { text, end } = headerText(source);
  if (/'descr':\s*\[/.test(text)) throw unsupportedPickle(place, 'a structured array', 'numbers');
  const dtype = parseDtype(/'descr':\s*'([^']*)'/.exec(text)?.[1] ?? '');
  const order = /'fortran_order':\s*(True|False)/.exec(text)?.[1];
  const sides = /'shape':\s*\(([^)]*)\)/.exec(text)?.[1];
  const items = sides?.split(',').map((side) => side.trim().replace(/L$/, ''));
  const counts = items?.filter((side) => side !== '');
  const shape = counts?.every((side) => /^\d+$/.test(side)) ? asCounts(counts.map(Number)) : null;
  if (!dtype || !order || !shape) {
    throw corruptPickle(place, 'an odd header', 'descr, fortran_order and shape');
  }
  return { dtype, fortranOrder: order === 'True', shape, dataOffset: end };
}

function decodeText(bytes: Uint8Array, dtype: NumpyDtype, count: number): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: count }, (_, i) => {
    let text = '';
    for (let at = i * dtype.bytes; at < (i + 1) * dtype.bytes; at += 4) {
      const point = view.getUint32(at, dtype.order !== '>');
      if (point > 0 && point <= 0x10ffff) text += String.fromCodePoint(point);
    }
    return text;
  });
}

/**
 * Reads a `.npy` file: numbers, texts, or objects (a pickle, read as data).
 * @throws CytoForgeError `not-a-checkpoint`, `truncated`, `corrupt`, `unsupported`, `unsafe-pickle`.
 */
export function readNpy(source: ByteSource): NpyArray {
  const { dtype, fortranOrder, shape, dataOffset } = readNpyHeader(source);
  const place: Place = { name: source.name, offset: dataOffset };
  if (dtype.type === 'O') {
    const body = sliceSource(source, dataOffset, source.size - dataOffset);
    return { kind: 'objects', shape, value: interpretPickle(new ByteCursor(body), DATA_GLOBALS) };
  }
  const count = elementCount(shape);
  // Elements of no bytes could be any number of them.
  if (!Number.isSafeInteger(count * dtype.bytes) || (dtype.bytes === 0 && count > 0)) {
    const found = `shape [${shape}] of ${dtype.bytes} bytes each`;
    throw corruptPickle(place, found, 'an array inside the file');
  }
  const bytes = source.read(dataOffset, count * dtype.bytes);
  if (dtype.type === 'U') return { kind: 'text', shape, data: decodeText(bytes, dtype, count) };
  const numbers = decodeElements(bytes, dtype, count, place);
  return {
    kind: 'numbers',
    shape,
    data: fortranOrder ? fromFortranOrder(numbers, shape) : numbers,
  };
}
