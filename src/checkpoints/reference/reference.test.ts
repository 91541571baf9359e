import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openReferenceArrays, writeReferenceArrays } from './reference-arrays.ts';
import { parseReference } from './reference-cases.ts';

const CASE = { kind: 'labels', name: 'a', labels: 'in', output: 'out' };
const WHOLE = { format: 'cytoforge-reference', version: 1, origin: 'a script', cases: [CASE] };

describe('the arrays of a reference', () => {
  it('come back as they were, ids beyond a byte too, in the same bytes each time', () => {
    const shapes = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }));
    const arrays = shapes.chain(([height, width]) =>
      fc
        .array(fc.integer({ min: 0, max: 40_000 }), {
          minLength: height * width,
          maxLength: height * width,
        })
        .map((data) => ({ shape: [height, width], data })),
    );
    fc.assert(
      fc.property(arrays, (array) => {
        const bytes = writeReferenceArrays(new Map([['ids', array]]));
        const { shape, data } = openReferenceArrays(bytes).numbers('ids');
        expect(shape).toEqual(array.shape);
        expect([...Array.from(data)]).toEqual(array.data);
        expect(writeReferenceArrays(new Map([['ids', array]]))).toEqual(bytes);
      }),
    );
  });
});

describe('parseReference', () => {
  it('reads every kind of case', () => {
    expect(parseReference(JSON.stringify(WHOLE)).cases).toEqual([CASE]);
  });

  it.each([
    ['text', 'no JSON'],
    ['another format', JSON.stringify({ ...WHOLE, format: 'other' })],
    ['no cases', JSON.stringify({ ...WHOLE, cases: [] })],
    ['an unknown kind', JSON.stringify({ ...WHOLE, cases: [{ ...CASE, kind: 'other' }] })],
    ['a case without its output', JSON.stringify({ ...WHOLE, cases: [{ ...CASE, output: 1 }] })],
  ])('refuses %s and says where', (_, json) => {
    expect(() => parseReference(json)).toThrow(
      expect.objectContaining({
        code: 'corrupt',
        details: expect.objectContaining({ where: expect.any(String) }),
      }),
    );
  });
});
