import { type Picklable, pickledCall, pickledGlobal, pickledTuple } from './picklable.ts';

const ORDER = { f4: '<', f8: '<', i4: '<', i8: '<', O8: '|' } as const;

/** Element types of pickled arrays, by NumPy's names. */
export type PickledDtype = keyof typeof ORDER;

/** `numpy.dtype(name)`. */
export function pickledDtype(name: PickledDtype): Picklable {
  const state = pickledTuple(3, ORDER[name], null, null, null, -1, -1, name === 'O8' ? 63 : 0);
  return pickledCall(pickledGlobal('numpy', 'dtype'), [name, false, true], state);
}

/**
 * A pickled `numpy.ndarray` in C order.
 * @param data Little-endian bytes, or the items of an array of objects.
 */
export function pickledArray(
  shape: readonly number[],
  dtype: PickledDtype,
  data: Picklable[] | Uint8Array,
): Picklable {
  return pickledCall(
    pickledGlobal('numpy.core.multiarray', '_reconstruct'),
    [pickledGlobal('numpy', 'ndarray'), pickledTuple(0), Uint8Array.of(0x62)],
    pickledTuple(1, pickledTuple(...shape), pickledDtype(dtype), false, data),
  );
}

/** `[rows, columns]` of float64. */
export function pickledMatrix(rows: readonly (readonly number[])[], columns: number): Picklable {
  const values = Float64Array.from(rows.flat());
  return pickledArray([rows.length, columns], 'f8', new Uint8Array(values.buffer));
}
