import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeRuns, encodeRuns } from './label-runs.ts';

describe('label runs', () => {
  it('give back every label map', () => {
    fc.assert(
      fc.property(
        fc.uint16Array({ maxLength: 400 }),
        fc.integer({ min: 1, max: 300 }),
        (ids, stretch) => {
          const map = Uint16Array.from(
            { length: ids.length * stretch },
            (_, at) => ids[Math.floor(at / stretch)],
          );
          expect(decodeRuns(encodeRuns(map), map.length)).toEqual(map);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('stay small for a map of five thousand cells', () => {
    const side = 1024;
    const map = Uint16Array.from({ length: side * side }, (_, at) => {
      const [x, y] = [at % side, Math.floor(at / side)];
      const inside = Math.hypot((x % 14) - 7, (y % 14) - 7) < 5;
      return inside ? Math.floor(y / 14) * 73 + Math.floor(x / 14) + 1 : 0;
    });
    expect(encodeRuns(map).length).toBeLessThan(150_000);
  });

  it.each([
    ['no base64', '***', 4],
    ['cut off', encodeRuns(new Uint16Array(100)).slice(0, 4), 100],
    ['too few', encodeRuns(new Uint16Array(99)), 100],
    ['too many', encodeRuns(new Uint16Array(101)), 100],
    ['an id that is too long', btoa('\x4b\x04\x00'), 1],
    ['empty', '', 1],
  ])('refuse %s', (_, text, pixels) => {
    expect(() => decodeRuns(text, pixels)).toThrow('The label map of the edits cannot be read.');
  });

  it('inflate no more than the map could need', () => {
    const bomb = encodeRuns(Uint16Array.from({ length: 2_000_000 }, (_, at) => at & 1));
    expect(() => decodeRuns(bomb, 10)).toThrow('cannot be read');
  });
});
