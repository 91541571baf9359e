/** Bytes that are made while they are written, so that a tensor need not be in memory with the others. */
export interface PickledBytes {
  pickled: 'bytes';
  length: number;
  /** The bytes in order; may be asked for more than once. */
  chunks(): Iterable<Uint8Array>;
}

/** A name that the reader imports. */
export interface PickledGlobal {
  pickled: 'global';
  module: string;
  name: string;
}

/** `callable(*args)`, then the items of a mapping and `__setstate__(state)` where there are any. */
export interface PickledCall {
  pickled: 'call';
  callable: PickledGlobal;
  args: Picklable[];
  items?: ReadonlyMap<Picklable, Picklable>;
  state?: Picklable;
}

/** What a pickle can be written of. The same object met twice becomes one object for the reader. */
export type Picklable =
  | null
  | boolean
  /** Whole numbers become `int`; others `float`. */
  | number
  | bigint
  | string
  | Uint8Array
  | Picklable[]
  | ReadonlyMap<Picklable, Picklable>
  | PickledBytes
  | PickledGlobal
  | PickledCall
  | { pickled: 'float'; value: number }
  | { pickled: 'tuple'; items: Picklable[] }
  | { pickled: 'persistent'; id: Picklable };

/** A Python tuple. */
export function pickledTuple(...items: Picklable[]): Picklable {
  return { pickled: 'tuple', items };
}

/** A Python float, also where the value is whole. */
export function pickledFloat(value: number): Picklable {
  return { pickled: 'float', value };
}

/** A dict with text keys, in the order of the object's. */
export function pickledDict(entries: Record<string, Picklable>): Map<Picklable, Picklable> {
  return new Map(Object.entries(entries));
}

/** A class or function by its module and name. */
export function pickledGlobal(module: string, name: string): PickledGlobal {
  return { pickled: 'global', module, name };
}

/** The result of a call when the pickle is read. */
export function pickledCall(
  callable: PickledGlobal,
  args: Picklable[],
  state?: Picklable,
): PickledCall {
  return { pickled: 'call', callable, args, state };
}

/** A `collections.OrderedDict`, as state dicts are. */
export function pickledOrderedDict(
  items: ReadonlyMap<Picklable, Picklable>,
  state?: Picklable,
): PickledCall {
  const callable = pickledGlobal('collections', 'OrderedDict');
  return { pickled: 'call', callable, args: [], items, state };
}
