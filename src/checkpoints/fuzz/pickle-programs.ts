import fc from 'fast-check';
import { SNAPSHOT_GLOBALS } from '../stylegan-globals.ts';
import {
  ascii,
  littleEndian,
  oddCount,
  op,
  type PieceArbitrary,
  pickledBytes,
  pickledScalar,
  pickledText,
  pieces,
} from './pickle-pieces.ts';

const EVIL = ['os.system', 'builtins.eval', 'builtins.__import__', 'dnnlib.tflib.network.Network'];

function globalPiece(name: string): PieceArbitrary {
  const [module, attribute] = [name.slice(0, name.lastIndexOf('.')), name.split('.').at(-1) ?? ''];
  const stacked = (part: string) => [0x8c, part.length, ...ascii(part)];
  return fc.constantFrom(ascii(`c${module}\n${attribute}\n`), [
    ...stacked(module),
    ...stacked(attribute),
    0x93,
  ]);
}

const anyGlobal = fc
  .oneof(
    { arbitrary: fc.constantFrom(...SNAPSHOT_GLOBALS.keys()), weight: 40 },
    fc.constantFrom(...EVIL),
  )
  .chain(globalPiece);

const memoIndex = fc.nat({ max: 6 });
const remember = fc.oneof(
  op('\x94'),
  memoIndex.map((index) => [0x71, index]),
  oddCount.map((index) => [0x72, ...littleEndian(index, 4)]),
  fc.integer({ min: -1, max: 6 }).map((index) => ascii(`p${index}\n`)),
);
const recall = fc.oneof(
  memoIndex.map((index) => [0x68, index]),
  memoIndex.map((index) => [0x6a, ...littleEndian(index, 4)]),
  fc.integer({ min: -1, max: 6 }).map((index) => ascii(`g${index}\n`)),
);

const shape: PieceArbitrary = fc
  .array(oddCount, { maxLength: 5 })
  .map((sides) => ascii(`(${sides.map((side) => `I${side}\n`).join('')}t`));

/** `('storage', torch.XStorage, '0', 'cpu', n)`, and what is nearly that. */
const storageId: PieceArbitrary = fc
  .constantFrom('Float', 'Double', 'Half', 'Byte', 'Bool', 'BFloat16', 'Quantum')
  .chain((type) =>
    pieces(
      op("(S'storage'\n"),
      op(`ctorch\n${type}Storage\n`),
      fc.constantFrom(ascii("S'0'\n"), ascii("S'1'\n"), ascii('I0\n')),
      op("S'cpu'\n"),
      oddCount.map((count) => ascii(`I${count}\n`)),
      fc.constantFrom(ascii('Nt'), ascii('t'), ascii("(S'7'\nI0\nI4\ntt")),
    ),
  );

/** A pickle's pieces, each leaving one value on the stack. */
const { value } = fc.letrec<{ value: number[]; call: number[]; container: number[] }>((tie) => {
  const items = fc.array(tie('value'), { maxLength: 5 }).map((all) => all.flat());
  const args = pieces(op('('), items, op('t'));
  return {
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { arbitrary: pickledScalar, weight: 5 },
      { arbitrary: pickledText, weight: 5 },
      { arbitrary: pickledBytes, weight: 2 },
      { arbitrary: recall, weight: 4 },
      { arbitrary: anyGlobal, weight: 1 },
      { arbitrary: tie('container'), weight: 8 },
      { arbitrary: tie('call'), weight: 8 },
      { arbitrary: pieces(tie('value'), remember), weight: 6 },
      { arbitrary: pieces(tie('value'), op('0'), tie('value')), weight: 1 },
      { arbitrary: pieces(op('('), items, op('1'), tie('value')), weight: 1 },
      { arbitrary: fc.uint8Array({ maxLength: 6 }).map((bytes) => [...bytes]), weight: 1 },
    ),
    container: fc.oneof(
      args,
      pieces(op('('), items, op('l')),
      pieces(op(']('), items, op('e')),
      pieces(op(']'), tie('value'), op('a')),
      pieces(op('}('), items, op('u')),
      pieces(op('}'), tie('value'), tie('value'), op('s')),
      pieces(op('('), items, op('d')),
      pieces(op('\x8f('), items, op('\x90')),
      pieces(op('('), items, op('\x91')),
      // A value inside itself.
      pieces(op(']q\x00('), items, op('h\x00e')),
      pieces(op('}q\x01('), items, op('h\x01h\x01u')),
    ),
    call: fc.oneof(
      pieces(anyGlobal, args, fc.constantFrom(ascii('R'), [0x81])),
      pieces(anyGlobal, args, tie('container'), op('\x92')),
      pieces(op('('), anyGlobal, items, op('o')),
      pieces(anyGlobal, args, op('R'), tie('value'), op('b')),
      pieces(storageId, op('Q')),
      pieces(
        op('ctorch._utils\n_rebuild_tensor_v2\n('),
        fc.oneof(pieces(storageId, op('Q')), recall),
        oddCount.map((offset) => ascii(`I${offset}\n`)),
        shape,
        shape,
        op('I00\n}tR'),
      ),
      pieces(
        op('cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(I0\ntS"b"\ntR(I1\n'),
        shape,
        op("cnumpy\ndtype\n(S'f8'\nI0\nI1\ntR"),
        op('I00\n'),
        fc.oneof(pickledBytes, pickledText, tie('container')),
        op('tb'),
      ),
      pieces(op('c_codecs\nencode\n('), tie('value'), op("S'latin1'\ntR")),
      pieces(op('ctorch.storage\n_load_from_bytes\n('), pickledBytes, op('tR')),
      pieces(
        op("ctorch_utils.persistence\n_reconstruct_persistent_obj\n((dS'type'\nS'class'\ns"),
        op("S'version'\nI6\nsS'class_name'\n"),
        fc
          .constantFrom('Generator', 'MappingNetwork', 'SynthesisNetwork')
          .map((name) => ascii(`S'${name}'\ns`)),
        op("S'state'\n(dS'_parameters'\n"),
        tie('container'),
        op("sS'_buffers'\n"),
        tie('container'),
        op("sS'_modules'\n"),
        tie('container'),
        op('sstR'),
      ),
    ),
  };
});

const header = fc.oneof(
  fc.nat({ max: 6 }).map((protocol) => [0x80, protocol]),
  fc.constant<number[]>([]),
  oddCount.map((length) => [0x80, 4, 0x95, ...littleEndian(length, 8)]),
);

/** A pickle made of opcodes that mostly make sense: wild memos, odd calls, values inside themselves, wrong lengths. */
export const pickleProgram: fc.Arbitrary<Uint8Array> = pieces(
  header,
  value,
  fc.constantFrom([0x2e], [], [0x2e, 0x2e]),
).map((bytes) => Uint8Array.from(bytes));

/** The same around a `G_ema`, so that it is looked into as a network. */
export const snapshotProgram: fc.Arbitrary<Uint8Array> = pieces(
  op("\x80\x02}S'G_ema'\n"),
  value,
  op('s.'),
).map((bytes) => Uint8Array.from(bytes));
