import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ByteSource, bytesSource } from '../byte-source.ts';
import { toPlainData } from '../plain-data.ts';
import { DATA_GLOBALS } from './globals.ts';
import { readPickle } from './interpreter.ts';
import { type Picklable, pickledFloat, pickledGlobal, pickledTuple } from './picklable.ts';
import { joinBytes, type PickleProtocol, pickleBytes, writePickle } from './write-pickle.ts';

const read = (bytes: Uint8Array) => readPickle(bytesSource('written.pkl', bytes), DATA_GLOBALS);
/** The reader leaves bytes in the file; before protocol 3 they are decoded text. */
function bytesOf(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value.slice();
  const { source, offset, length } = value as {
    source: ByteSource;
    offset: number;
    length: number;
  };
  return source.read(offset, length).slice();
}

const protocols: PickleProtocol[] = [2, 3, 4];

const plain = fc.letrec<{ value: Picklable }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true }).map((value) => value + 0),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc
      .dictionary(fc.string(), tie('value'), { maxKeys: 5, noNullPrototype: true })
      .map((entries) => new Map<Picklable, Picklable>(Object.entries(entries))),
  ),
})).value;

function asJson(value: Picklable): unknown {
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([key, item]) => [key, asJson(item)]));
  }
  return Array.isArray(value) ? value.map(asJson) : value;
}

describe('writePickle', () => {
  it.each(protocols)('writes what is read back the same, protocol %i', (protocol) => {
    fc.assert(
      fc.property(plain, (value) => {
        expect(toPlainData(read(pickleBytes(value, protocol)))).toEqual(asJson(value));
      }),
    );
  });

  it.each(protocols)(
    'keeps whole floats, large integers and bytes apart, protocol %i',
    (protocol) => {
      const bytes = Uint8Array.from({ length: 300 }, (_, i) => i);
      const large = [2n ** 70n, -(2n ** 70n), 128n, -128n, -129n, 0n, 255n];
      const value = read(pickleBytes([pickledTuple(), bytes, ...large], protocol));
      const [tuple, back, ...numbers] = value as unknown[];
      expect(tuple).toMatchObject({ items: [] });
      expect(bytesOf(back)).toEqual(bytes);
      expect(numbers.map((number) => BigInt(number as number))).toEqual(large);
    },
  );

  it('writes a float where one is asked for', () => {
    expect([...pickleBytes(pickledFloat(1))]).toEqual([
      0x80, 2, 0x47, 0x3f, 0xf0, 0, 0, 0, 0, 0, 0, 0x2e,
    ]);
  });

  it.each(protocols)('writes an object met twice once, protocol %i', (protocol) => {
    const shared: Picklable[] = Array.from({ length: 400 }, (_, i) => [`${i}`]);
    const value = read(pickleBytes([shared, shared, ...shared], protocol)) as unknown[];
    expect(value[0]).toBe(value[1]);
    expect(value[401]).toBe((value[0] as unknown[])[399]);
  });

  it('names globals so that readers can refuse them', () => {
    const bytes = pickleBytes(pickledGlobal('os', 'system'), 4);
    expect(() => read(bytes)).toThrow(expect.objectContaining({ code: 'unsafe-pickle' }));
  });

  it('passes large bytes through without holding them', () => {
    let held = 0;
    const piece = new Uint8Array(1 << 20).fill(7);
    function* chunks() {
      for (let i = 0; i < 8; i++) {
        held += 1;
        yield piece;
      }
    }
    const pieces: Uint8Array[] = [];
    for (const chunk of writePickle({ pickled: 'bytes', length: 8 << 20, chunks }, 3)) {
      if (chunk.length === piece.length) expect(chunk).toBe(piece);
      pieces.push(chunk);
      expect(pieces.length).toBeGreaterThanOrEqual(held - 1);
    }
    expect(bytesOf(read(joinBytes(pieces)))).toHaveLength(8 << 20);
  });
});
