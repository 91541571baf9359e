import { corruptPickle, type Place, unsupportedPickle } from './fault.ts';
import type { Constructor } from './machine.ts';
import { decodeNumbers } from './numpy-decode.ts';
import type { NumpyArray, NumpyDtype } from './numpy-records.ts';
import { asRecord, describeValue, type PickleValue } from './values.ts';

/** PyTorch's and NumPy's own limit is 64; a longer list may be shared by any number of calls. */
const MOST_SIDES = 64;

/** A tuple or list of at most 64 whole numbers that are not negative, as a shape or stride is. */
export function asCounts(value: PickleValue | undefined): number[] | null {
  const items = Array.isArray(value) ? value : asRecord(value, 'tuple')?.items;
  if (items && items.length > MOST_SIDES) return null;
  if (!items?.every((item) => Number.isSafeInteger(item) && (item as number) >= 0)) return null;
  return items as number[];
}

/** Parses `f8`, `<i4`, `|O` …; null when it is no simple dtype. */
export function parseDtype(text: string): NumpyDtype | null {
  const match = /^([<>|=]?)([a-zA-Z?])(\d*)$/.exec(text);
  if (!match) return null;
  const type = match[2] === '?' ? 'b' : match[2];
  const size = match[3] === '' ? (type === 'b' ? 1 : 8) : Number(match[3]);
  const bytes = type === 'U' ? 4 * size : size;
  const order = match[1] === '>' ? '>' : match[1] === '|' ? '|' : '<';
  return { kind: 'dtype', type, bytes, order };
}

/** `numpy.dtype('f8', align, copy)`; the byte order comes with BUILD. */
export const makeDtype: Constructor = (args, place) => {
  const dtype = typeof args[0] === 'string' ? parseDtype(args[0]) : null;
  if (!dtype) throw unsupportedPickle(place, `dtype ${describeValue(args[0])}`, 'a numeric dtype');
  return dtype;
};

/** `numpy.core.multiarray._reconstruct(ndarray, (0,), b'b')`: an empty array that BUILD fills. */
export const makeArray: Constructor = () => ({
  kind: 'ndarray',
  shape: [0],
  dtype: { kind: 'dtype', type: 'b', bytes: 1, order: '|' },
  fortranOrder: false,
  data: [],
});

/** `numpy.core.numeric._frombuffer(bytes, dtype, shape, order)`, NumPy's form under protocol 5. */
export const makeArrayFromBuffer: Constructor = (args, place) => {
  const data = asRecord(args[0], 'bytes');
  const dtype = asRecord(args[1], 'dtype');
  const shape = asCounts(args[2]);
  if (!data || !dtype || !shape)
    throw corruptPickle(place, 'an odd array buffer', 'bytes, dtype, shape');
  return { kind: 'ndarray', shape, dtype, fortranOrder: args[3] === 'F', data };
};

/** `numpy.core.multiarray.scalar(dtype, bytes)` becomes a plain number. */
export const makeScalar: Constructor = (args, place) => {
  const dtype = asRecord(args[0], 'dtype');
  const data = typeof args[1] === 'string' ? args[1] : asRecord(args[1], 'bytes');
  if (!dtype || data === null) throw corruptPickle(place, 'an odd scalar', 'a dtype and bytes');
  const array: NumpyArray = { kind: 'ndarray', shape: [], dtype, fortranOrder: false, data };
  const value = decodeNumbers(array, place)[0];
  return dtype.type === 'b' ? value !== 0 : value;
};

function setDtypeState(dtype: NumpyDtype, state: PickleValue[], place: Place): void {
  const order = state[1];
  if (order !== '<' && order !== '>' && order !== '|' && order !== '=') {
    throw corruptPickle(place, `byte order ${describeValue(order)}`, '<, >, | or =');
  }
  if (state[2] != null || state[3] != null) {
    throw unsupportedPickle(place, 'a structured dtype', 'a numeric dtype');
  }
  dtype.order = order === '=' ? '<' : order;
}

function setArrayState(array: NumpyArray, state: PickleValue[], place: Place): void {
  // Files of NumPy before 1.0 have no version number in front.
  const [shapeValue, dtypeValue, fortran, dataValue] = state.length === 5 ? state.slice(1) : state;
  const shape = asCounts(shapeValue);
  const dtype = asRecord(dtypeValue, 'dtype');
  const data =
    typeof dataValue === 'string' || Array.isArray(dataValue)
      ? dataValue
      : asRecord(dataValue, 'bytes');
  if (!shape || !dtype || data === null) {
    throw corruptPickle(place, 'an odd array state', 'shape, dtype, order and data');
  }
  Object.assign(array, { shape, dtype, fortranOrder: fortran === true, data });
}

/** BUILD for arrays and dtypes; false when the target is neither. */
export function setNumpyState(target: PickleValue, state: PickleValue, place: Place): boolean {
  const array = asRecord(target, 'ndarray');
  const dtype = asRecord(target, 'dtype');
  if (!array && !dtype) return false;
  const items = asRecord(state, 'tuple')?.items;
  if (!items) throw corruptPickle(place, describeValue(state), 'a tuple of state');
  if (array) setArrayState(array, items, place);
  if (dtype) setDtypeState(dtype, items, place);
  return true;
}
