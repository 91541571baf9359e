import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triangleThreshold } from './triangle.ts';
import { integerHistogram } from './value-histogram.ts';

const TWO_CLASSES = [1, 0, 2, 8, 9, 9, 0, 3, 7, 9, 4, 0, 5, 5, 6, 0, 0, 1];
const LONG_TAIL = [
  ...Array(9).fill(20),
  ...Array(14).fill(21),
  ...Array(6).fill(22),
  ...[24, 26, 30, 31, 33, 35, 36, 36],
];

describe('triangleThreshold', () => {
  it('is that of scikit-image 0.19.3', () => {
    expect(triangleThreshold(integerHistogram(TWO_CLASSES))).toBe(2);
    expect(triangleThreshold(integerHistogram(LONG_TAIL))).toBe(23);
  });

  it('follows the longer tail, on whichever side it lies', () => {
    expect(triangleThreshold(integerHistogram(LONG_TAIL.map((level) => 56 - level)))).toBe(33);
  });

  it('gives an image of one level that level', () => {
    expect(triangleThreshold(integerHistogram([7, 7, 7]))).toBe(7);
  });

  it('lies within the levels', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(255), { minLength: 1 }), (levels) => {
        const threshold = triangleThreshold(integerHistogram(levels));
        expect(threshold).toBeGreaterThanOrEqual(Math.min(...levels));
        expect(threshold).toBeLessThanOrEqual(Math.max(...levels));
      }),
    );
  });
});
