import fc from 'fast-check';
import { littleEndian, oddCount } from './pickle-pieces.ts';

interface Change {
  /** Where, as a fraction of the file: most structure is at the beginning and at the end. */
  at: number;
  shift: number;
  /** Overwrites, or moves what is there to another place. */
  bytes: number[] | { from: number; length: number };
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.constantFrom(0, 0.001, 0.01, 0.99, 1),
  ),
  shift: fc.nat({ max: 300 }),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 9 }).map((bytes) => [...bytes]),
    oddCount.map((value) => littleEndian(value, 4)),
    oddCount.map((value) => littleEndian(value, 8)),
    fc.record({
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat({ max: 2000 }),
    }),
  ),
});

function apply(bytes: Uint8Array, { at, shift, bytes: put }: Change): void {
  const start = Math.min(Math.floor(at * bytes.length) + shift, bytes.length);
  const room = bytes.length - start;
  if (Array.isArray(put)) bytes.set(put.slice(0, room), start);
  else {
    const from = Math.floor(put.from * bytes.length);
    bytes.copyWithin(start, from, from + Math.min(put.length, room));
  }
}

/** A real file with bytes, counts and whole pieces put elsewhere, and perhaps its end cut off. */
export function changedFile(original: Uint8Array): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(
      fc.array(change, { maxLength: 4 }),
      fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 3 }),
    )
    .map(([changes, cut]) => {
      const length = cut === null ? original.length : Math.floor(cut * original.length);
      const bytes = original.slice(0, length);
      for (const one of changes) apply(bytes, one);
      return bytes;
    });
}
