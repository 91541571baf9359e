import { joinBytes } from '../../pickle/write-pickle.ts';
import { littleEndian } from '../pickle-pieces.ts';
import { type Bomb, program } from './bomb.ts';

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

/** Headers of arrays, manifests and options that claim much or are slow to match. */
export const HEADER_BOMBS: Bomb[] = [
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
];
