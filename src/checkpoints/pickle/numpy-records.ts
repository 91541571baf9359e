import type { PickleBytes, PickleValue } from './values.ts';

/** A NumPy dtype: kind letter, bytes per element and byte order (`|` where it has none). */
export interface NumpyDtype {
  kind: 'dtype';
  /** `f`, `i`, `u`, `b`, `c`, `O`, `U`, `S` … */
  type: string;
  bytes: number;
  order: '<' | '>' | '|';
}

/** A NumPy array whose elements are still in the file (or, for objects, in a list). */
export interface NumpyArray {
  kind: 'ndarray';
  shape: number[];
  dtype: NumpyDtype;
  fortranOrder: boolean;
  /** Raw elements; a Latin-1 string in pickles of protocol 0 to 2. */
  data: PickleBytes | string | PickleValue[];
}
