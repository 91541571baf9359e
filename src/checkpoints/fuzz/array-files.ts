import fc from 'fast-check';
import { ascii, lengthOf, littleEndian, oddCount } from './pickle-pieces.ts';
import { pickleProgram } from './pickle-programs.ts';

const descr = fc.oneof(
  fc.constantFrom(
    '<f4',
    '<f8',
    '>f2',
    '|u1',
    '<i8',
    '|O',
    '<U0',
    '<U7',
    '|S3',
    '<c16',
    '|V0',
    '<f0',
  ),
  fc.string({ maxLength: 6 }),
);

const sides = fc.oneof(
  fc.array(oddCount, { maxLength: 6 }).map((shape) => shape.join(', ')),
  fc.constantFrom('-1,', 'nan,', '1e3,', '0x10,', '3L,', '(2,)', '9'.repeat(400), '1,'.repeat(90)),
);

const pair = fc.oneof(
  descr.map((text) => `'descr': '${text}'`),
  fc.constant("'descr': [('a', '<f4')]"),
  fc.constantFrom('True', 'False', '1').map((flag) => `'fortran_order': ${flag}`),
  sides.map((text) => `'shape': (${text})`),
  fc.constantFrom("'shape': (", "'descr': '", '{', '}'),
);

const header = fc.oneof(
  {
    arbitrary: fc
      .tuple(descr, fc.constantFrom('True', 'False'), sides)
      .map(
        ([type, order, shape]) =>
          `{'descr': '${type}', 'fortran_order': ${order}, 'shape': (${shape}), }`,
      ),
    weight: 6,
  },
  fc.array(pair, { maxLength: 6 }).map((pairs) => `{${pairs.join(', ')}}`),
  fc.constantFrom("'shape': (", "'descr': '").map((text) => text.repeat(2000)),
);

/** A `.npy` file: odd dicts, wrong lengths, sides beyond all numbers, pickles for objects. */
export const npyFile: fc.Arbitrary<Uint8Array> = fc
  .record({
    version: fc.oneof({ arbitrary: fc.constantFrom(1, 2, 3), weight: 9 }, fc.nat({ max: 255 })),
    header,
    body: fc.oneof(fc.uint8Array({ maxLength: 80 }), pickleProgram),
  })
  .chain(({ version, header: text, body }) =>
    lengthOf(text.length).map((length) =>
      Uint8Array.from([
        ...ascii('\x93NUMPY'),
        version,
        0,
        ...littleEndian(length, version === 1 ? 2 : 4),
        ...new TextEncoder().encode(text),
        ...body,
      ]),
    ),
  );

const entry = fc.oneof(
  {
    arbitrary: fc.record({
      dtype: fc.oneof(
        fc.constantFrom('F32', 'F16', 'I32', 'U8', 'BF16', 'constructor'),
        fc.string(),
      ),
      shape: fc.array(fc.oneof(oddCount, fc.double(), fc.integer()), { maxLength: 4 }),
      data_offsets: fc.oneof(
        fc.tuple(oddCount, oddCount),
        fc.nat({ max: 8 }).map((from) => [from, from + 4]),
        fc.array(fc.double(), { maxLength: 3 }),
      ),
    }),
    weight: 8,
  },
  fc.jsonValue(),
);

const tensors = fc.oneof(
  { arbitrary: fc.dictionary(fc.string({ maxLength: 8 }), entry, { maxKeys: 5 }), weight: 8 },
  fc.jsonValue(),
);

/** A safetensors file: odd entries, ranges that overlap or lie outside, wrong header lengths. */
export const safetensorsFile: fc.Arbitrary<Uint8Array> = fc
  .record({ tensors, body: fc.uint8Array({ maxLength: 40 }) })
  .chain(({ tensors: header_, body }) => {
    const text = new TextEncoder().encode(JSON.stringify(header_));
    return lengthOf(text.length).map((length) =>
      Uint8Array.from([...littleEndian(length, 8), ...text, ...body]),
    );
  });
