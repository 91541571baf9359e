import { describe, expect, it } from 'vitest';
import { multiOtsuOfHistogram, multiOtsuOfValues } from './multi-otsu.ts';
import { integerHistogram } from './value-histogram.ts';

describe('multi-Otsu', () => {
  it('parts three groups of levels', () => {
    const levels = [10, 11, 12, 60, 61, 62, 63, 200, 201, 202];
    const [lower, upper] = multiOtsuOfHistogram(integerHistogram(levels));
    expect([lower >= 12 && lower < 60, upper >= 63 && upper < 200]).toEqual([true, true]);
  });

  it('gives Otsu’s threshold twice where there are only two levels', () => {
    const [lower, upper] = multiOtsuOfHistogram(integerHistogram([3, 3, 9]));
    expect([lower, upper]).toEqual([3, 3]);
    const [first, second] = multiOtsuOfValues([0, 0, 1]);
    expect(first).toBe(second);
  });
});
