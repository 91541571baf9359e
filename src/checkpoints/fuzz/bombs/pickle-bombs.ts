import { joinBytes } from '../../pickle/write-pickle.ts';
import { type Bomb, program } from './bomb.ts';

/** A text of 8 MiB in the memo at 0, off the stack. */
const LONG_TEXT = [`\x80\x02X${String.fromCharCode(0, 0, 0x80, 0)}`, ['a', 2 ** 23], 'q\x000'] as [
  string,
  [string, number],
  string,
];

/** Pickles whose opcodes make much of little. */
export const PICKLE_BOMBS: Bomb[] = [
  {
    name: 'one list copied into a hundred thousand dicts',
    file: 'a.pkl',
    make: () =>
      program('\x80\x02(', ['N', 100_000], 'lq\x000(', ['cbuiltins\nset\n(h\x00tR', 100_000], 'l.'),
    reader: 'pickle',
    code: 'corrupt',
  },
  {
    name: 'a text of 8 MiB encoded a hundred thousand times',
    file: 'a.pkl',
    make: () =>
      program(...LONG_TEXT, '(', ["c_codecs\nencode\n(h\x00S'latin1'\ntR", 100_000], 'l.'),
    reader: 'pickle',
    code: null,
  },
  {
    name: 'a text of 8 MiB as the bytes of ten thousand numbers',
    file: 'a.pkl',
    make: () =>
      program(
        ...LONG_TEXT,
        '(',
        ["cnumpy.core.multiarray\nscalar\n(cnumpy\ndtype\n(S'f8'\ntRh\x00tR", 10_000],
        'l.',
      ),
    reader: 'pickle',
    code: 'corrupt',
  },
  {
    name: 'one size of a million sides taken a hundred thousand times',
    file: 'a.pkl',
    make: () =>
      program(
        '\x80\x02(',
        ['K\x01', 1_000_000],
        'tq\x000(',
        ['ctorch\nSize\n(h\x00tR', 100_000],
        'l.',
      ),
    reader: 'pickle',
    code: 'corrupt',
  },
  {
    name: 'twenty million empty dicts',
    file: 'a.pkl',
    make: () => program('\x80\x02(', ['}', 20_000_000], 'l.'),
    reader: 'pickle',
    code: 'corrupt',
  },
  {
    name: 'a memo of twenty million entries',
    file: 'a.pkl',
    make: () => program('\x80\x04N', ['\x94', 20_000_000], '.'),
    reader: 'pickle',
    code: 'corrupt',
  },
  ...['list', 'tuple', 'dict'].map((kind): Bomb => {
    const [open, close] = { list: [']', 'a'], tuple: ['', '\x85'], dict: ['}K\x01', 's'] }[
      kind
    ] as [string, string];
    return {
      name: `a ${kind} a hundred thousand deep`,
      file: 'a.pkl',
      make: () => program('\x80\x02', [open, 100_000], 'N', [close, 100_000], '.'),
      reader: 'pickle',
      code: null,
    };
  }),
  {
    name: 'lists that share lists, a thousand million times a million long',
    file: 'a.pkl',
    make: () => {
      const levels = Array.from({ length: 5 }, (_, i) => [
        '(',
        [`h${String.fromCharCode(i)}`, 1000],
        `lq${String.fromCharCode(i + 1)}0`,
      ]);
      return program('\x80\x02Nq\x000', ...(levels.flat() as string[]), 'h\x05.');
    },
    reader: 'pickle',
    code: null,
  },
  {
    name: 'an embedded storage loaded a million times',
    file: 'a.pkl',
    make: () => {
      const stream = joinBytes([
        Uint8Array.from([
          0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, 0x2e,
        ]),
        program(
          'M\xe9\x03.',
          '}.',
          "(S'storage'\nctorch\nFloatStorage\nS'0'\nS'cpu'\nK\x01tQ.",
          "(lS'0'\na.",
          '\x01\0\0\0\0\0\0\0\0\0\0\0',
        ),
      ]);
      return joinBytes([
        Uint8Array.from([0x80, 3, 0x43, stream.length]),
        stream,
        program('q\x000(', ['ctorch.storage\n_load_from_bytes\n(h\x00tR', 1_000_000], 'l.'),
      ]);
    },
    reader: 'pickle',
    code: 'corrupt',
  },
];
