import { bytesSource } from '../byte-source.ts';
import { corruptPickle, unsupportedPickle } from './fault.ts';
import type { AllowList, Constructor } from './machine.ts';
import { makeArray, makeArrayFromBuffer, makeDtype, makeScalar } from './numpy.ts';
import { asRecord, describeValue, type PickleValue } from './values.ts';

const makeDict: Constructor = (args, place) => {
  const entries = new Map<PickleValue, PickleValue>();
  if (args.length > 0) {
    if (!Array.isArray(args[0]))
      throw corruptPickle(place, describeValue(args[0]), 'a list of pairs');
    for (const pair of args[0]) {
      const items = Array.isArray(pair) ? pair : asRecord(pair, 'tuple')?.items;
      if (items?.length !== 2) throw corruptPickle(place, describeValue(pair), 'a key and a value');
      entries.set(items[0], items[1]);
    }
  }
  return { kind: 'dict', entries };
};

const makeSet: Constructor = (args, place) => {
  if (args.length === 0) return { kind: 'set', items: new Set() };
  if (!Array.isArray(args[0])) throw corruptPickle(place, describeValue(args[0]), 'a list');
  return { kind: 'set', items: new Set(args[0]) };
};

function latin1Bytes(text: string): PickleValue {
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  return { kind: 'bytes', source: bytesSource('bytes', bytes), offset: 0, length: bytes.length };
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
