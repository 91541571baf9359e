import fc from 'fast-check';
import { ascii, littleEndian, oddCount, op, pieces } from './pickle-pieces.ts';
import { pickleProgram } from './pickle-programs.ts';

const program = pickleProgram.map((bytes) => [...bytes]);

const MAGIC = [0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, 0x2e];

const keys = fc.oneof(
  { arbitrary: fc.constantFrom("(lS'0'\na.", "(lS'0'\naS'0'\na.", '(l.').map(ascii), weight: 6 },
  program,
);

const storage = fc
  .tuple(oddCount, fc.uint8Array({ maxLength: 64 }))
  .map(([count, bytes]) => [...littleEndian(count, 8), ...bytes]);

/** The older form of `torch.save` around a made-up pickle: keys and storages that may not fit it. */
export const torchStream: fc.Arbitrary<Uint8Array> = pieces(
  fc.constant(MAGIC),
  fc.oneof({ arbitrary: op('M\xe9\x03.'), weight: 9 }, program),
  fc.oneof({ arbitrary: op("(dS'little_endian'\nI01\ns."), weight: 9 }, program),
  program,
  keys,
  storage,
).map((bytes) => Uint8Array.from(bytes));
