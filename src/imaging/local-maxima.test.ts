import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diskOffsets } from './disk-offsets.ts';
import { localMaxima } from './local-maxima.ts';

it('makes disks of whole steps, the nearest first', () => {
  const { dx, dy } = diskOffsets(1.5);
  expect([...dx].map((x, i) => [x, dy[i]])).toEqual([
    [0, -1],
    [-1, 0],
    [1, 0],
    [0, 1],
    [-1, -1],
    [1, -1],
    [-1, 1],
    [1, 1],
  ]);
  expect(diskOffsets(4.83).dx).toHaveLength(68);
});

it('finds one maximum of each object, however close they are', () => {
  const values = Float64Array.of(1, 3, 2, 5, 4, 0);
  const labels = Int32Array.of(1, 1, 1, 2, 2, 0);
  expect([...localMaxima(values, labels, 6, 1, diskOffsets(2))]).toEqual([0, 1, 0, 1, 0, 0]);
  expect([...localMaxima(values, labels.fill(1), 6, 1, diskOffsets(2))]).toEqual([
    0, 0, 0, 1, 0, 0,
  ]);
});

it('marks the brightest pixel of every object, and no pixel beside a brighter one', () => {
  const sides = { width: 8, height: 7 };
  const pixels = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: 56, maxLength: 56 });
  fc.assert(
    fc.property(
      pixels(fc.integer({ min: 0, max: 9 })),
      pixels(fc.integer({ min: 0, max: 3 })),
      fc.double({ min: 1, max: 3, noNaN: true }),
      (levels, ids, radius) => {
        const values = Float64Array.from(levels);
        const labels = Int32Array.from(ids);
        const { width, height } = sides;
        const maxima = localMaxima(values, labels, width, height, diskOffsets(radius));
        for (const label of new Set(ids)) {
          const own = levels.filter((_, i) => ids[i] === label);
          const brightest = Math.max(...own);
          const marked = levels.some(
            (level, i) => ids[i] === label && level === brightest && maxima[i] === 1,
          );
          expect(marked).toBe(label !== 0);
        }
        for (let i = 1; i < 56; i++) {
          if (i % width === 0 || ids[i] !== ids[i - 1] || levels[i] === levels[i - 1]) continue;
          expect(maxima[levels[i] < levels[i - 1] ? i : i - 1]).toBe(0);
        }
      },
    ),
  );
});
