import fc from 'fast-check';

/** Opcodes, as bytes; every arbitrary here makes such pieces of a pickle. */
export type Piece = number[];

export type PieceArbitrary = fc.Arbitrary<Piece>;

/** The bytes of ASCII or Latin-1 text. */
export function ascii(text: string): Piece {
  return [...text].map((letter) => letter.charCodeAt(0));
}

/** A little-endian unsigned number. */
export function littleEndian(value: number | bigint, bytes: number): Piece {
  let rest = BigInt.asUintN(8 * bytes, BigInt(value));
  return Array.from({ length: bytes }, () => {
    const byte = Number(rest & 255n);
    rest >>= 8n;
    return byte;
  });
}

/** Pieces one after the other. */
export function pieces(...parts: PieceArbitrary[]): PieceArbitrary {
  return fc.tuple(...parts).map((all) => all.flat());
}

/** Always the same opcodes. */
export function op(text: string): PieceArbitrary {
  return fc.constant(ascii(text));
}

/** Numbers at the edges of what fields hold. */
export const oddCount = fc.oneof(
  fc.nat({ max: 300 }),
  fc.constantFrom(0, 1, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1, 2 ** 53),
);

/** A true length mostly, else a lie. */
export function lengthOf(true_: number): fc.Arbitrary<number> {
  return fc.oneof({ arbitrary: fc.constant(true_), weight: 12 }, oddCount);
}

const text = fc.oneof(
  fc.constantFrom(
    'latin1',
    'storage',
    '0',
    'cpu',
    'f4',
    'f8',
    'O8',
    'U0',
    'f2147483647',
    '<',
    '_parameters',
    '_buffers',
    '_modules',
    'state',
    'class_name',
    'Generator',
    'type',
    'class',
    'version',
    'G_ema',
    '__proto__',
    'constructor',
    'model.1.weight',
  ),
  fc.string({ maxLength: 12 }),
);

function counted(opcode: string, width: number, body: PieceArbitrary): PieceArbitrary {
  return body.chain((bytes) =>
    lengthOf(bytes.length).map((length) => [
      ...ascii(opcode),
      ...littleEndian(length, width),
      ...bytes,
    ]),
  );
}

const someText = text.map((value) => [...new TextEncoder().encode(value)]);
const someBytes = fc.uint8Array({ maxLength: 40 }).map((bytes) => [...bytes]);

/** A text in one of the ways to write one. */
export const pickledText: PieceArbitrary = fc.oneof(
  { arbitrary: counted('\x8c', 1, someText), weight: 6 },
  counted('X', 4, someText),
  counted('\x8d', 8, someText),
  counted('U', 1, someText),
  counted('T', 4, someText),
  text.map((value) => ascii(`V${value.replaceAll('\n', '')}\n`)),
  text.map((value) => ascii(`S'${value.replaceAll('\n', '')}'\n`)),
);

/** A byte string. */
export const pickledBytes: PieceArbitrary = fc.oneof(
  counted('C', 1, someBytes),
  counted('B', 4, someBytes),
  counted('\x8e', 8, someBytes),
  counted('\x96', 8, someBytes),
);

/** A number, None or a boolean. */
export const pickledScalar: PieceArbitrary = fc.oneof(
  fc
    .constantFrom('N', '\x88', '\x89', 'I00\n', 'I01\n', 'Fnan\n', 'F-inf\n', 'F1e999\n')
    .map(ascii),
  fc.nat({ max: 255 }).map((value) => [0x4b, value]),
  fc.integer().map((value) => [0x4a, ...littleEndian(value, 4)]),
  oddCount.map((value) => ascii(`L${value}L\n`)),
  fc.bigInt().map((value) => ascii(`I${value}\n`)),
  fc.double().map((value) => {
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setFloat64(0, value);
    return [0x47, ...bytes];
  }),
  counted('\x8a', 1, someBytes),
  counted('\x8b', 4, someBytes),
);
