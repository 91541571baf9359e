import { assertRange, type ByteSource } from '../byte-source.ts';
import { corruptPickle, unsupportedPickle } from './fault.ts';
import type { AllowList, CallPlace, Constructor } from './machine.ts';
import { makeArray, makeArrayFromBuffer, makeDtype, makeScalar } from './numpy.ts';
import { asRecord, bytesOfLatin1, describeValue, type PickleValue } from './values.ts';

/** What an entry of a `Map` or `Set` takes in memory. */
const ENTRY_BYTES = 64;

/** A list may be shared by any number of calls, each of which copies it. */
function payForEntries(place: CallPlace, count: number): void {
  place.budget.spend(place, ENTRY_BYTES * (count + 3));
}

const makeDict: Constructor = (args, place) => {
  const entries = new Map<PickleValue, PickleValue>();
  payForEntries(place, 0);
  if (args.length > 0) {
    if (!Array.isArray(args[0]))
      throw corruptPickle(place, describeValue(args[0]), 'a list of pairs');
    payForEntries(place, args[0].length);
    for (const pair of args[0]) {
      const items = Array.isArray(pair) ? pair : asRecord(pair, 'tuple')?.items;
      if (items?.length !== 2) throw corruptPickle(place, describeValue(pair), 'a key and a value');
      entries.set(items[0], items[1]);
    }
  }
  return { kind: 'dict', entries };
};

const makeSet: Constructor = (args, place) => {
  const items = args.length === 0 ? [] : args[0];
  if (!Array.isArray(items)) throw corruptPickle(place, describeValue(items), 'a list');
  payForEntries(place, items.length);
  return { kind: 'set', items: new Set(items) };
};

/** The bytes are made when they are read: one long text may be encoded any number of times. */
function latin1Bytes(text: string): PickleValue {
  const source: ByteSource = {
    name: 'bytes',
    size: text.length,
    read(offset, length) {
      assertRange(this, offset, length);
      return bytesOfLatin1(text.slice(offset, offset + length));
    },
  };
  return { kind: 'bytes', source, offset: 0, length: text.length };
}

/** `_codecs.encode(text, 'latin1')`: how protocols 0 to 2 of Python 3 write bytes. */
const encodeText: Constructor = (args, place) => {
  const [text, encoding] = args;
  if (typeof text !== 'string') throw corruptPickle(place, describeValue(text), 'a str to encode');
  if (encoding !== 'latin1' && encoding !== 'latin-1') {
    throw unsupportedPickle(place, `encoding ${describeValue(encoding)}`, 'latin1');
  }
  return latin1Bytes(text);
};

const makeBytes: Constructor = (args, place) => {
  if (args.length === 0) return latin1Bytes('');
  const bytes = asRecord(args[0], 'bytes');
  if (bytes) return bytes;
  return encodeText(args, place, null);
};

/** `copyreg._reconstructor(cls, base, state)`: how protocols 0 and 1 write a dict of a subclass. */
const reconstructDict: Constructor = (args, place) => {
  const [cls, , state] = args;
  if (asRecord(cls, 'global')?.name.endsWith('Dict') && asRecord(state, 'dict')) return state;
  throw corruptPickle(place, describeValue(cls), 'a dict');
};

const NUMPY: [string, Constructor | null][] = ['numpy.core', 'numpy._core'].flatMap((core) => [
  [`${core}.multiarray._reconstruct`, makeArray],
  [`${core}.multiarray.scalar`, makeScalar],
  [`${core}.numeric._frombuffer`, makeArrayFromBuffer],
]);

const BUILTINS: [string, Constructor | null][] = ['builtins', '__builtin__'].flatMap((module) => [
  [`${module}.set`, makeSet],
  [`${module}.frozenset`, makeSet],
  [`${module}.dict`, makeDict],
  [`${module}.bytes`, makeBytes],
  [`${module}.bytearray`, makeBytes],
]);

/** What every pickle may name: containers, byte strings and NumPy's data. */
export const DATA_GLOBALS: AllowList = new Map<string, Constructor | null>([
  ...BUILTINS,
  ...NUMPY,
  ['numpy.dtype', makeDtype],
  ['numpy.ndarray', null],
  ['collections.OrderedDict', makeDict],
  ['dnnlib.util.EasyDict', makeDict],
  ['dnnlib.EasyDict', makeDict],
  ['_codecs.encode', encodeText],
  ['copyreg._reconstructor', reconstructDict],
  ['copy_reg._reconstructor', reconstructDict],
]);
