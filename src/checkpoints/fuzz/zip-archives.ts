import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { crc32 } from '../crc32.ts';
import { ascii, littleEndian, oddCount } from './pickle-pieces.ts';
import { pickleProgram } from './pickle-programs.ts';

/** A field that is right mostly, else odd. */
function field(right: number): fc.Arbitrary<number> {
  return fc.oneof({ arbitrary: fc.constant(right), weight: 20 }, oddCount);
}

interface Member {
  name: string;
  data: Uint8Array;
}

const NAMES = [
  'archive/data.pkl',
  'archive/data/0',
  'archive/data/1',
  'archive/byteorder',
  'model.json',
  'weights-001.bin',
  'arr_0.npy',
  '../evil',
  '/etc/passwd',
  'C:\\x',
  'a/../../b',
  'nul\0.txt',
  '',
  'folder/',
];

const member: fc.Arbitrary<Member> = fc.record({
  name: fc.oneof({ arbitrary: fc.constantFrom(...NAMES), weight: 8 }, fc.string({ maxLength: 20 })),
  data: fc.oneof(fc.uint8Array({ maxLength: 60 }), pickleProgram),
});

interface Placed extends Member {
  offset: number;
  method: number;
  stored: Uint8Array;
}

function localEntry(one: Placed): number[] {
  const name = [...new TextEncoder().encode(one.name)];
  return [
    ...ascii('PK\x03\x04'),
    ...littleEndian(20, 2),
    ...littleEndian(0, 2),
    ...littleEndian(one.method, 2),
    ...littleEndian(0, 4),
    ...littleEndian(crc32(one.data), 4),
    ...littleEndian(one.stored.length, 4),
    ...littleEndian(one.data.length, 4),
    ...littleEndian(name.length, 2),
    ...littleEndian(0, 2),
    ...name,
    ...one.stored,
  ];
}

/** A ZIP64 extra field of whatever numbers. */
const extra = fc.oneof(
  { arbitrary: fc.constant<number[]>([]), weight: 8 },
  fc
    .array(oddCount, { maxLength: 3 })
    .map((numbers) => [
      ...littleEndian(1, 2),
      ...littleEndian(8 * numbers.length, 2),
      ...numbers.flatMap((number) => littleEndian(number, 8)),
    ]),
  fc.uint8Array({ maxLength: 12 }).map((bytes) => [...bytes]),
);

function centralEntry(one: Placed): fc.Arbitrary<number[]> {
  const name = [...new TextEncoder().encode(one.name)];
  return fc
    .record({
      flags: fc.oneof({ arbitrary: fc.constant(0), weight: 8 }, fc.constantFrom(1, 0x800, 8)),
      method: field(one.method),
      crc: field(crc32(one.data)),
      compressed: field(one.stored.length),
      size: field(one.data.length),
      nameLength: field(name.length),
      offset: field(one.offset),
      extra,
    })
    .map((entry) => [
      ...ascii('PK\x01\x02'),
      ...littleEndian(20, 2),
      ...littleEndian(20, 2),
      ...littleEndian(entry.flags, 2),
      ...littleEndian(entry.method, 2),
      ...littleEndian(0, 4),
      ...littleEndian(entry.crc, 4),
      ...littleEndian(entry.compressed, 4),
      ...littleEndian(entry.size, 4),
      ...littleEndian(entry.nameLength, 2),
      ...littleEndian(entry.extra.length, 2),
      ...littleEndian(0, 10),
      ...littleEndian(0, 2),
      ...littleEndian(entry.offset, 4),
      ...name,
      ...entry.extra,
    ]);
}

function endOf(count: number, size: number, offset: number): fc.Arbitrary<number[]> {
  return fc
    .record({
      count: field(count),
      size: field(size),
      offset: field(offset),
      locator: fc.option(oddCount, { freq: 8 }),
      comment: fc.uint8Array({ maxLength: 6 }),
    })
    .map((end) => [
      ...(end.locator === null
        ? []
        : [
            ...ascii('PK\x06\x07'),
            ...littleEndian(0, 4),
            ...littleEndian(end.locator, 8),
            1,
            0,
            0,
            0,
          ]),
      ...ascii('PK\x05\x06'),
      ...littleEndian(0, 4),
      ...littleEndian(end.count, 2),
      ...littleEndian(end.count, 2),
      ...littleEndian(end.size, 4),
      ...littleEndian(end.offset, 4),
      ...littleEndian(end.comment.length, 2),
      ...end.comment,
    ]);
}

function assemble(members: (Member & { deflated: boolean })[]): fc.Arbitrary<number[]> {
  const locals: number[] = [];
  const placed = members.map((one): Placed => {
    const stored = one.deflated ? deflateSync(one.data) : one.data;
    const entry = { ...one, method: one.deflated ? 8 : 0, stored, offset: locals.length };
    locals.push(...localEntry(entry));
    return entry;
  });
  return fc.tuple(...placed.map(centralEntry)).chain((entries) => {
    const directory = entries.flat();
    return endOf(placed.length, directory.length, locals.length).map((end) => [
      ...locals,
      ...directory,
      ...end,
    ]);
  });
}

/** A ZIP archive whose directory mostly tells the truth: odd names, sizes, offsets, ZIP64 fields, checksums. */
export const zipArchive: fc.Arbitrary<Uint8Array> = fc
  .array(
    fc.tuple(member, fc.boolean()).map(([one, deflated]) => ({ ...one, deflated })),
    { maxLength: 4 },
  )
  .chain(assemble)
  .map((bytes) => Uint8Array.from(bytes));

/** The ZIP form of `torch.save` around a made-up pickle. */
export const torchArchive: fc.Arbitrary<Uint8Array> = fc
  .record({ pickle: pickleProgram, storage: fc.uint8Array({ maxLength: 64 }), big: fc.boolean() })
  .chain(({ pickle, storage, big }) =>
    assemble([
      { name: 'archive/data.pkl', data: pickle, deflated: false },
      {
        name: 'archive/byteorder',
        data: Uint8Array.from(ascii(big ? 'big' : 'little')),
        deflated: false,
      },
      { name: 'archive/data/0', data: storage, deflated: false },
    ]),
  )
  .map((bytes) => Uint8Array.from(bytes));
