import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isodataThreshold } from './isodata.ts';
import { localGaussianThresholds } from './local-gaussian.ts';
import { multiOtsuOfHistogram } from './multi-otsu.ts';
import { otsuOfHistogram } from './otsu.ts';
import { triangleThreshold } from './triangle.ts';
import { integerHistogram } from './value-histogram.ts';
import { yenThreshold } from './yen.ts';

const TWO_CLASSES = [1, 0, 2, 8, 9, 9, 0, 3, 7, 9, 4, 0, 5, 5, 6, 0, 0, 1];
const LONG_TAIL = [
  ...Array(9).fill(20),
  ...Array(14).fill(21),
  ...Array(6).fill(22),
  ...[24, 26, 30, 31, 33, 35, 36, 36],
];
const THRESHOLDS = [yenThreshold, triangleThreshold, isodataThreshold, otsuOfHistogram];

describe('thresholds of histograms', () => {
  // References: skimage.filters 0.19.3.
  it('are those of scikit-image', () => {
    const of = (levels: number[]) => THRESHOLDS.map((find) => find(integerHistogram(levels)));
    expect(of(TWO_CLASSES)).toEqual([4, 2, 3, 4]);
    expect(of(LONG_TAIL).slice(0, 3)).toEqual([22, 23, 27]);
  });

  it('follow the longer tail, on whichever side it lies', () => {
    expect(triangleThreshold(integerHistogram(LONG_TAIL.map((level) => 56 - level)))).toBe(33);
  });

  it('give an image of one level that level', () => {
    for (const find of THRESHOLDS) expect(find(integerHistogram([7, 7, 7]))).toBe(7);
  });

  it('lie within the levels', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(255), { minLength: 2 }), (levels) => {
        const histogram = integerHistogram(levels);
        for (const find of THRESHOLDS) {
          expect(find(histogram)).toBeGreaterThanOrEqual(Math.min(...levels));
          expect(find(histogram)).toBeLessThanOrEqual(Math.max(...levels));
        }
      }),
    );
  });

  it('part three groups of levels', () => {
    const [lower, upper] = multiOtsuOfHistogram(
      integerHistogram([10, 11, 12, 60, 61, 62, 63, 200, 201, 202]),
    );
    expect([lower >= 12 && lower < 60, upper >= 63 && upper < 200]).toEqual([true, true]);
  });

  it('follow the light around each pixel', () => {
    const values = Float32Array.from({ length: 60 }, (_, x) => x / 60);
    const local = localGaussianThresholds(values, 60, 1, 7);
    expect(local[30]).toBeCloseTo(values[30], 5);
  });
});
