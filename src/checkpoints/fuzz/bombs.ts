import { zipSync } from 'fflate';
import type { ErrorCode } from '../../errors.ts';
import { type Picklable, pickledDict } from '../pickle/picklable.ts';
import { joinBytes, pickleBytes } from '../pickle/write-pickle.ts';
import { generatorShapes } from '../pix2pixhd-shapes.ts';
import { pickledStorage, pickledTensor } from '../torch/write-torch.ts';
import { ascii, littleEndian } from './pickle-pieces.ts';
import type { ReaderName } from './readers.ts';

/** A file that stands for far more memory or time than it takes itself. */
export interface Bomb {
  name: string;
  file: string;
  make(): Uint8Array;
  reader: ReaderName;
  /** How it must end; null where it is harmless data. */
  code: ErrorCode | null;
}

/** Opcodes as text, repeated parts by count. */
function program(...parts: (string | [text: string, times: number])[]): Uint8Array {
  return joinBytes(
    parts.map((part) => {
      const [text, times] = typeof part === 'string' ? [part, 1] : part;
      const once = Uint8Array.from(ascii(text));
      const all = new Uint8Array(once.length * times);
      for (let i = 0; i < times; i++) all.set(once, i * once.length);
      return all;
    }),
  );
}

/** A text of 8 MiB in the memo at 0, off the stack. */
const LONG_TEXT = [`\x80\x02X${String.fromCharCode(0, 0, 0x80, 0)}`, ['a', 2 ** 23], 'q\x000'] as [
  string,
  [string, number],
  string,
];

const MODULE_HEAD =
  'ctorch_utils.persistence\n_reconstruct_persistent_obj\n' +
  "(}S'type'\nS'class'\nsS'version'\nI6\nsS'class_name'\nS'Generator'\nsS'state'\n";
const EMPTY_PARTS = "(dS'_parameters'\n(dsS'_buffers'\n(dsS'_modules'\n";

function npy(header: string): Uint8Array {
  return program(
    '\x93NUMPY\x02\x00',
    littleEndian(header.length, 4)
      .map((byte) => String.fromCharCode(byte))
      .join(''),
    header,
  );
}

function safetensors(header: string, body = 0): Uint8Array {
  const length = littleEndian(header.length, 8);
  return joinBytes([Uint8Array.from(length), program(header), new Uint8Array(body)]);
}

/** A zip whose only entry claims `size` bytes unpacked. */
function claimingZip(size: number): Uint8Array {
  const zip = zipSync({ 'model.json': new Uint8Array(1000) });
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  view.setUint32(view.getUint32(zip.length - 6, true) + 24, size, true);
  return zip;
}

/** Two entries of one and the same data. */
function overlappingZip(): Uint8Array {
  const zip = zipSync(
    { 'model.json': new Uint8Array(1000), 'a.bin': new Uint8Array(1000) },
    { level: 0 },
  );
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const directory = view.getUint32(zip.length - 6, true);
  view.setUint32(directory + 46 + 'model.json'.length + 42, 0, true);
  return zip;
}

/** A generator of three million numbers whose tensors are all views of one storage. */
function sharedGenerator(): Uint8Array {
  const config = { netG: 'global', norm: 'instance', generatorInputNc: 3, outputNc: 3, ngf: 8 };
  const depth = { nDownsampleGlobal: 4, nBlocksGlobal: 9, nLocalEnhancers: 0, nBlocksLocal: 0 };
  const shapes = generatorShapes({ ...config, ...depth } as Parameters<typeof generatorShapes>[0]);
  const elements = 128 * 128 * 9;
  const storage = pickledStorage(elements, () => new Float32Array(elements));
  const tensors = [...shapes].map(([name, shape]): [string, Picklable] => [
    name,
    pickledTensor(shape, storage),
  ]);
  return pickleBytes(new Map<Picklable, Picklable>(tensors), 4);
}

/** Names of thirty thousand enhancers, the last of them with thirty thousand blocks, over one small storage. */
function endlessEnhancers(): Uint8Array {
  const storage = pickledStorage(16, () => new Float32Array(16));
  const tensor = pickledTensor([2, 2, 2, 2], storage);
  const count = 30_000;
  const names = Array.from({ length: count }, (_, i) => [
    `model${i + 1}_1.1.weight`,
    `model${count}_2.${i}.conv_block.1.weight`,
  ]).flat();
  const first = [
    'model.1.weight',
    'model.4.conv_block.1.weight',
    `model${count}_2.${count + 4}.weight`,
  ];
  const all = [...first, ...names].map((name): [string, Picklable] => [name, tensor]);
  return pickleBytes(pickledDict(Object.fromEntries(all)), 4);
}

/** Bombs by what they blow up in. All must end within the bounds of `judgeReading`. */
export const BOMBS: Bomb[] = [
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
    name: 'modules a hundred thousand deep',
    file: 'a.pkl',
    make: () =>
      program(
        "\x80\x02}S'G_ema'\n",
        [`${MODULE_HEAD}${EMPTY_PARTS}}S'a'\n`, 100_000],
        'N',
        ['ssstR', 100_000],
        's.',
      ),
    reader: 'snapshot',
    code: 'corrupt',
  },
  {
    name: 'modules that share their submodules forty deep',
    file: 'a.pkl',
    make: () => {
      let text = `${MODULE_HEAD}${EMPTY_PARTS}(dsstRp0\n0`;
      for (let level = 1; level <= 40; level++) {
        text += `${MODULE_HEAD}${EMPTY_PARTS}(dS'a'\ng${level - 1}\nsS'b'\ng${level - 1}\nssstRp${level}\n0`;
      }
      return program(`${text}(dS'G_ema'\ng40\ns.`);
    },
    reader: 'snapshot',
    code: 'corrupt',
  },
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
  {
    name: 'a generator whose tensors share one storage',
    file: 'a.pth',
    make: sharedGenerator,
    reader: 'generator',
    code: 'corrupt',
  },
  {
    name: 'thirty thousand enhancers of thirty thousand blocks',
    file: 'a.pth',
    make: endlessEnhancers,
    reader: 'generator',
    code: 'wrong-architecture',
  },
  {
    name: 'a million million texts of no letters',
    file: 'a.npy',
    make: () => npy("{'descr': '<U0', 'fortran_order': False, 'shape': (1000000, 1000000)}"),
    reader: 'npy',
    code: 'corrupt',
  },
  {
    name: 'a header that opens its shape over and over',
    file: 'a.npy',
    make: () => npy("'shape': (".repeat(100_000)),
    reader: 'npy',
    code: 'corrupt',
  },
  {
    name: 'sides whose product is beyond all numbers',
    file: 'a.npy',
    make: () =>
      npy(`{'descr': '<f4', 'fortran_order': True, 'shape': (${'9007199254740991, '.repeat(30)})}`),
    reader: 'npy',
    code: 'corrupt',
  },
  {
    name: 'a million million style clusters of no numbers',
    file: 'a.npy',
    make: () =>
      joinBytes([
        npy("{'descr': '|O', 'fortran_order': False, 'shape': ()}"),
        program(
          'cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(I0\ntN',
          "tR(I1\n(tcnumpy\ndtype\n(S'O8'\ntRI00\n(}K\x01",
          'cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(I0\ntNtR',
          "(I1\n(I1099511627776\nI0\ntcnumpy\ndtype\n(S'f8'\ntRI00\nU\x00tbsltb.",
        ),
      ]),
    reader: 'clusters',
    code: 'wrong-architecture',
  },
  {
    name: 'a hundred thousand tensors of the same bytes',
    file: 'a.safetensors',
    make: () => {
      const one = '"dtype":"U8","shape":[1000000],"data_offsets":[0,1000000]';
      const all = Array.from({ length: 50_000 }, (_, i) => `"${i}":{${one}}`);
      return safetensors(`{${all.join(',')}}`, 1_000_000);
    },
    reader: 'safetensors',
    code: 'corrupt',
  },
  {
    name: 'a header of seven million brackets',
    file: 'a.safetensors',
    make: () => safetensors(`{"a":${'['.repeat(7_000_000)}`),
    reader: 'safetensors',
    code: 'corrupt',
  },
  {
    name: 'a manifest of seven million brackets',
    file: 'model.json',
    make: () => program('{"format":', ['[', 7_000_000]),
    reader: 'dropped',
    code: 'not-a-checkpoint',
  },
  {
    name: 'options that open a note over and over',
    file: 'opt.txt',
    make: () => program('ngf: ', ['[default: ', 100_000]),
    reader: 'options',
    code: 'not-a-checkpoint',
  },
  {
    name: 'a kilobyte that claims four gigabytes',
    file: 'a.zip',
    make: () => claimingZip(0xfffffffe),
    reader: 'zip',
    code: 'refused-archive',
  },
  {
    name: 'entries of the same bytes',
    file: 'a.zip',
    make: overlappingZip,
    reader: 'zip',
    code: 'refused-archive',
  },
  {
    name: 'zeros that pack a thousand to one',
    file: 'a.zip',
    make: () => zipSync({ 'model.json': new Uint8Array(200 * 2 ** 20) }, { level: 9 }),
    reader: 'zip',
    code: 'refused-archive',
  },
];
