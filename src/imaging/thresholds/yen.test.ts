import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integerHistogram } from './value-histogram.ts';
import { yenThreshold } from './yen.ts';

const TWO_CLASSES = [1, 0, 2, 8, 9, 9, 0, 3, 7, 9, 4, 0, 5, 5, 6, 0, 0, 1];
const LONG_TAIL = [
  ...Array(9).fill(20),
  ...Array(14).fill(21),
  ...Array(6).fill(22),
  ...[24, 26, 30, 31, 33, 35, 36, 36],
];

describe('yenThreshold', () => {
  it('is that of scikit-image 0.19.3', () => {
    expect(yenThreshold(integerHistogram(TWO_CLASSES))).toBe(4);
    expect(yenThreshold(integerHistogram(LONG_TAIL))).toBe(22);
  });

  it('gives an image of one level that level', () => {
    expect(yenThreshold(integerHistogram([7, 7, 7]))).toBe(7);
  });

  it('lies within the levels', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(255), { minLength: 1 }), (levels) => {
        const threshold = yenThreshold(integerHistogram(levels));
        expect(threshold).toBeGreaterThanOrEqual(Math.min(...levels));
        expect(threshold).toBeLessThanOrEqual(Math.max(...levels));
      }),
    );
  });
});
