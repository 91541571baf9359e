import type { Picklable, PickledBytes, PickledGlobal } from './picklable.ts';

/** Protocols that are written: 2 as `torch.save`, 3 as `numpy.save`, 4 as Python since 3.8. */
export type PickleProtocol = 2 | 3 | 4;

const CHUNK = 64 * 1024;
const encoder = new TextEncoder();

const OP = {
  proto: 0x80,
  stop: 0x2e,
  none: 0x4e,
  newTrue: 0x88,
  newFalse: 0x89,
  binInt: 0x4a,
  binInt1: 0x4b,
  binInt2: 0x4d,
  long1: 0x8a,
  binFloat: 0x47,
  binUnicode: 0x58,
  shortBinUnicode: 0x8c,
  binBytes: 0x42,
  shortBinBytes: 0x43,
  binBytes8: 0x8e,
  emptyList: 0x5d,
  emptyDict: 0x7d,
  emptyTuple: 0x29,
  mark: 0x28,
  appends: 0x65,
  setItems: 0x75,
  tuple: 0x74,
  tuple1: 0x85,
  global: 0x63,
  stackGlobal: 0x93,
  reduce: 0x52,
  build: 0x62,
  binPersId: 0x51,
  binPut: 0x71,
  longBinPut: 0x72,
  binGet: 0x68,
  longBinGet: 0x6a,
  memoize: 0x94,
} as const;

function littleEndian(value: number, bytes: number): number[] {
  return Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** i) % 256);
}

/** Two's complement with the fewest bytes, as Python's `encode_long`. */
function longBytes(value: bigint): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>= 8n) {
    if (rest === 0n && (bytes.length === 0 || bytes.at(-1)! < 128)) return bytes;
    if (rest === -1n && bytes.length > 0 && bytes.at(-1)! >= 128) return bytes;
    bytes.push(Number(rest & 255n));
  }
}

function bytesOf(value: Uint8Array): PickledBytes {
  return { pickled: 'bytes', length: value.length, chunks: () => [value] };
}

/** Collects small pieces; whatever is larger than a chunk passes through by itself. */
class Writer {
  readonly #protocol: PickleProtocol;
  readonly #memo = new Map<unknown, number>();
  #buffer = new Uint8Array(CHUNK);
  #used = 0;

  constructor(protocol: PickleProtocol) {
    this.#protocol = protocol;
  }

  *write(root: Picklable): Generator<Uint8Array> {
    yield* this.#put([OP.proto, this.#protocol]);
    yield* this.#value(root);
    yield* this.#put([OP.stop]);
    yield this.#buffer.slice(0, this.#used);
  }

  *#put(bytes: ArrayLike<number>): Generator<Uint8Array> {
    if (this.#used + bytes.length > CHUNK) {
      yield this.#buffer.slice(0, this.#used);
      this.#used = 0;
    }
    if (bytes.length > CHUNK) {
      yield bytes instanceof Uint8Array ? bytes : Uint8Array.from(bytes);
      return;
    }
    this.#buffer.set(bytes, this.#used);
    this.#used += bytes.length;
  }

  /** Writes a reference and says true when the reader has `key` already. */
  *#recall(key: unknown): Generator<Uint8Array, boolean> {
    const index = this.#memo.get(key);
    if (index === undefined) return false;
    yield* this.#put(index < 256 ? [OP.binGet, index] : [OP.longBinGet, ...littleEndian(index, 4)]);
    return true;
  }

  *#remember(key: unknown): Generator<Uint8Array> {
    const index = this.#memo.size;
    this.#memo.set(key, index);
    if (this.#protocol >= 4) yield* this.#put([OP.memoize]);
    else {
      yield* this.#put(
        index < 256 ? [OP.binPut, index] : [OP.longBinPut, ...littleEndian(index, 4)],
      );
    }
  }

  *#integer(value: number): Generator<Uint8Array> {
    if (value >= 0 && value < 256) yield* this.#put([OP.binInt1, value]);
    else if (value >= 0 && value < 65536) {
      yield* this.#put([OP.binInt2, ...littleEndian(value, 2)]);
    } else if (value >= -(2 ** 31) && value < 2 ** 31) {
      yield* this.#put([OP.binInt, ...littleEndian(value >>> 0, 4)]);
    } else yield* this.#long(BigInt(value));
  }

  *#long(value: bigint): Generator<Uint8Array> {
    const bytes = longBytes(value);
    yield* this.#put([OP.long1, bytes.length, ...bytes]);
  }

  *#float(value: number): Generator<Uint8Array> {
    const bytes = new Uint8Array(9);
    bytes[0] = OP.binFloat;
    new DataView(bytes.buffer).setFloat64(1, value);
    yield* this.#put(bytes);
  }

  *#text(value: string): Generator<Uint8Array> {
    if (yield* this.#recall(value)) return;
    const bytes = encoder.encode(value);
    if (this.#protocol >= 4 && bytes.length < 256) {
      yield* this.#put([OP.shortBinUnicode, bytes.length]);
    } else yield* this.#put([OP.binUnicode, ...littleEndian(bytes.length, 4)]);
    yield* this.#put(bytes);
    yield* this.#remember(value);
  }

  /** Before protocol 3 there are no bytes: Python 2 and 3 both read a call of `_codecs.encode`. */
  *#bytes(value: PickledBytes): Generator<Uint8Array> {
    const { length } = value;
    if (this.#protocol < 3) {
      let text = '';
      for (const chunk of value.chunks()) {
        for (const byte of chunk) text += String.fromCharCode(byte);
      }
      const callable: PickledGlobal = { pickled: 'global', module: '_codecs', name: 'encode' };
      yield* this.#global(callable);
      yield* this.#value({ pickled: 'tuple', items: [text, 'latin1'] });
      yield* this.#put([OP.reduce]);
      return;
    }
    if (length < 256) yield* this.#put([OP.shortBinBytes, length]);
    else if (length < 2 ** 32) yield* this.#put([OP.binBytes, ...littleEndian(length, 4)]);
    else yield* this.#put([OP.binBytes8, ...littleEndian(length, 8)]);
    for (const chunk of value.chunks()) yield* this.#put(chunk);
  }

  *#global({ module, name }: PickledGlobal): Generator<Uint8Array> {
    const key = `global ${module}\n${name}`;
    if (yield* this.#recall(key)) return;
    if (this.#protocol >= 4) {
      yield* this.#text(module);
      yield* this.#text(name);
      yield* this.#put([OP.stackGlobal]);
    } else yield* this.#put([OP.global, ...encoder.encode(`${module}\n${name}\n`)]);
    yield* this.#remember(key);
  }

  *#tuple(items: Picklable[]): Generator<Uint8Array> {
    if (items.length === 0) {
      yield* this.#put([OP.emptyTuple]);
      return;
    }
    if (items.length > 3) yield* this.#put([OP.mark]);
    for (const item of items) yield* this.#value(item);
    yield* this.#put([items.length > 3 ? OP.tuple : OP.tuple1 + items.length - 1]);
  }

  *#pairs(entries: ReadonlyMap<Picklable, Picklable>): Generator<Uint8Array> {
    if (entries.size === 0) return;
    yield* this.#put([OP.mark]);
    for (const [key, item] of entries) {
      yield* this.#value(key);
      yield* this.#value(item);
    }
    yield* this.#put([OP.setItems]);
  }

  *#container(value: Picklable[] | ReadonlyMap<Picklable, Picklable>): Generator<Uint8Array> {
    if (yield* this.#recall(value)) return;
    yield* this.#put([Array.isArray(value) ? OP.emptyList : OP.emptyDict]);
    yield* this.#remember(value);
    if (!Array.isArray(value)) {
      yield* this.#pairs(value);
      return;
    }
    if (value.length === 0) return;
    yield* this.#put([OP.mark]);
    for (const item of value) yield* this.#value(item);
    yield* this.#put([OP.appends]);
  }

  *#value(value: Picklable): Generator<Uint8Array> {
    if (value === null) yield* this.#put([OP.none]);
    else if (typeof value === 'boolean') yield* this.#put([value ? OP.newTrue : OP.newFalse]);
    else if (typeof value === 'bigint') yield* this.#long(value);
    else if (typeof value === 'string') yield* this.#text(value);
    else if (typeof value === 'number') {
      yield* Number.isSafeInteger(value) ? this.#integer(value) : this.#float(value);
    } else if (value instanceof Uint8Array) yield* this.#bytes(bytesOf(value));
    else if (Array.isArray(value) || value instanceof Map) yield* this.#container(value);
    else yield* this.#special(value as Exclude<Picklable, ReadonlyMap<Picklable, Picklable>>);
  }

  *#special(value: Picklable): Generator<Uint8Array> {
    const one = value as Extract<Picklable, { pickled: string }>;
    if (one.pickled === 'float') yield* this.#float(one.value);
    else if (one.pickled === 'bytes') yield* this.#bytes(one);
    else if (one.pickled === 'global') yield* this.#global(one);
    else if (one.pickled === 'tuple') yield* this.#tuple(one.items);
    else if (one.pickled === 'persistent') {
      yield* this.#value(one.id);
      yield* this.#put([OP.binPersId]);
    } else {
      if (yield* this.#recall(one)) return;
      yield* this.#global(one.callable);
      yield* this.#tuple(one.args);
      yield* this.#put([OP.reduce]);
      yield* this.#remember(one);
      if (one.items) yield* this.#pairs(one.items);
      if (one.state === undefined) return;
      yield* this.#value(one.state);
      yield* this.#put([OP.build]);
    }
  }
}

/**
 * Writes a pickle that Python reads, in pieces of at least 64 KiB but the last. Bytes given as `PickledBytes` are
 * asked for when their turn comes, so a file may be larger than memory.
 * @param protocol 2 can hold bytes only as text, which takes memory: give large ones to 3 or 4.
 */
export function writePickle(value: Picklable, protocol: PickleProtocol = 2): Generator<Uint8Array> {
  return new Writer(protocol).write(value);
}

/** A whole pickle at once. */
export function pickleBytes(value: Picklable, protocol: PickleProtocol = 2): Uint8Array {
  return joinBytes(writePickle(value, protocol));
}

/** Pieces laid end to end. */
export function joinBytes(pieces: Iterable<Uint8Array>): Uint8Array<ArrayBuffer> {
  const all = [...pieces];
  const whole = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const piece of all) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}
