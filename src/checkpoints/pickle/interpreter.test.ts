import { describe, expect, it } from 'vitest';
import { bytesSource } from '../byte-source.ts';
import { fixture } from '../fixtures/open-fixture.ts';
import { DATA_GLOBALS } from './globals.ts';
import { readPickle } from './interpreter.ts';
import { decodeNumbers } from './numpy-decode.ts';
import { asRecord, type PickleValue } from './values.ts';

function pickle(...parts: (string | number[])[]) {
  const bytes = parts.flatMap((part) =>
    typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : part,
  );
  return readPickle(bytesSource('test.pkl', Uint8Array.from(bytes)), DATA_GLOBALS);
}

function failure(run: () => unknown) {
  try {
    run();
  } catch (error) {
    return error as { code: string; details: Record<string, string> };
  }
  throw new Error('accepted');
}

/** Containers as plain JavaScript, byte strings and arrays read. */
function plain(value: PickleValue): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  const bytes = asRecord(value, 'bytes');
  if (bytes) return [...bytes.source.read(bytes.offset, bytes.length)];
  const array = asRecord(value, 'ndarray');
  if (array) return decodeNumbers(array, { name: 'test', offset: 0 });
  const tuple = asRecord(value, 'tuple');
  if (tuple) return { tuple: tuple.items.map(plain) };
  const set = asRecord(value, 'set');
  if (set) return { set: [...set.items].map(plain) };
  const dict = asRecord(value, 'dict');
  if (dict) return new Map([...dict.entries].map(([key, item]) => [key, plain(item)]));
  return value;
}

const letters = (letter: string, count: number) => new Array(count).fill(letter.charCodeAt(0));

describe('readPickle', () => {
  it.each([0, 1, 2, 3, 4, 5])('reads what Python writes under protocol %i', (protocol) => {
    const root = readPickle(fixture(`containers.p${protocol}.pkl`), DATA_GLOBALS);
    const value = plain(root) as Map<string, unknown>;
    expect(value).toEqual(
      new Map<string, unknown>([
        ['none', null],
        ['true', true],
        ['false', false],
        [
          'int',
          [0, 1, -1, 255, 256, 65535, 65536, -70000, 2 ** 31, 2 ** 53 - 1, 2n ** 70n, -(2n ** 70n)],
        ],
        ['float', [0, 0.5, -1e300, Number.POSITIVE_INFINITY]],
        ['text', ['', 'plain', '\u00e9\u4e2d\u{1F600}', 'line\nbreak\\', 'x'.repeat(300)]],
        ['bytes', [[], [0, 255, 128, 97, 98, 99], letters('y', 300)]],
        ['bytearray', letters('z', 2)],
        ['tuple', [[], [1], [1, 2], [1, 2, 3], [1, 2, 3, 4]].map((items) => ({ tuple: items }))],
        ['set', { set: [3] }],
        ['frozenset', { set: [4] }],
        [
          'ordered',
          new Map([
            ['a', 1],
            ['b', 2],
          ]),
        ],
        ['easy', new Map([['k', 'v']])],
        ['f8', 0.25],
        ['b1', true],
        ['i8', -3],
        ['f4', 1.5],
        ['array', Int32Array.of(0, 1, 2, 3, 4, 5)],
        ['big', Float64Array.of(0, 1, 2)],
        ['fortran', Float64Array.of(0, 1, 2, 3, 4, 5)],
        ['shared', [['shared'], ['shared']]],
      ]),
    );
    const shared = asRecord(root, 'dict')?.entries.get('shared') as PickleValue[];
    expect(shared[0]).toBe(shared[1]);
  });

  it('leaves byte strings in the file', () => {
    const root = asRecord(readPickle(fixture('containers.p4.pkl'), DATA_GLOBALS), 'dict');
    const bytes = root?.entries.get('bytes') as PickleValue[];
    expect(bytes[2]).toMatchObject({ kind: 'bytes', length: 300 });
    expect(bytes[2]).not.toHaveProperty('data');
  });

  it('reads the names of NumPy 2', () => {
    const scalar =
      'cnumpy._core.multiarray\nscalar\n(cnumpy\ndtype\n(U\x02f4I00\nI01\ntRU\x04\0\0\xc0?tR.';
    expect(pickle(scalar)).toBe(1.5);
  });

  it.each([
    ['a builtin', 'cbuiltins\neval\n.', 'builtins.eval'],
    ['a method of an allowed name', 'cnumpy\nndarray.tofile\n.', 'numpy.ndarray.tofile'],
    ['INST', '(ios\nsystem\n.', 'os.system'],
    ['a name of a prototype', 'c__proto__\nconstructor\n.', '__proto__.constructor'],
    [
      'a module of an allowed prefix',
      'cnumpy.core.multiarray.evil\nscalar\n.',
      'numpy.core.multiarray.evil.scalar',
    ],
    ['the extension registry', '\x80\x02\x82\x01.', 'the copyreg extension registry'],
  ])('refuses %s', (_, text, found) => {
    const error = failure(() => pickle(text));
    expect(error.code).toBe('unsafe-pickle');
    expect(error.details.found).toBe(found);
  });

  it('refuses to call what is only a name', () => {
    expect(failure(() => pickle('\x80\x02cnumpy\nndarray\n)R.')).code).toBe('corrupt');
    expect(failure(() => pickle('\x80\x02X\x01\0\0\0a)R.')).code).toBe('corrupt');
  });

  it.each([
    ['a byte string', [0x80, 4, 0x42, 0xff, 0xff, 0xff, 0x7f, 1]],
    ['a text', [0x80, 4, 0x58, 0xff, 0xff, 0xff, 0xff, 1]],
    ['a 64-bit length', [0x80, 4, 0x8e, 0, 0, 0, 0, 0, 0, 0, 0x80]],
    ['a frame', [0x80, 4, 0x95, 9, 0, 0, 0, 0, 0, 0, 0, 0x2e]],
    ['nothing more', [0x80, 4, 0x4e]],
  ])('finds %s longer than the file truncated', (_, bytes) => {
    const error = failure(() => pickle(bytes));
    expect(error.code).toBe('truncated');
    expect(error.details.where).toMatch(/^byte \d+$/);
  });

  it.each([
    ['an empty stack', '\x80\x02.', 'byte 2'],
    ['an unknown opcode', '\x80\x02\xff', 'byte 2'],
    ['a memo entry that is not there', '\x80\x02h\x07.', 'byte 2'],
    ['a mark that is not there', '\x80\x02t.', 'byte 2'],
    ['an append to a number', '\x80\x02K\x01K\x02a.', 'byte 6'],
    ['a key without value', '\x80\x02(K\x01d.', 'byte 5'],
    ['a huge integer', `\x80\x02\x8b\0\x10\0\0${'a'.repeat(4096)}.`, 'byte 2'],
    ['a later protocol', '\x80\x06.', 'byte 0'],
    ['a persistent id', '\x80\x02K\x01Q.', 'byte 4'],
  ])('finds %s corrupt', (_, text, where) => {
    const error = failure(() => pickle(text));
    expect(error.code).toBe('corrupt');
    expect(error.details.where).toBe(where);
  });

  it('survives a hundred thousand nested lists', () => {
    const depth = 100_000;
    let value = pickle('\x80\x02', letters(']', depth), letters('a', depth - 1), '.');
    let seen = 0;
    while (Array.isArray(value)) {
      value = value[0];
      seen++;
    }
    expect(seen).toBe(depth);
  });

  it('stops at marks without end', () => {
    expect(failure(() => pickle('\x80\x02', letters('(', 200_000), '.')).code).toBe('corrupt');
  });
});
