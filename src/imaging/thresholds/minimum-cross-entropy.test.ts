import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SCIPY, SCIPY_IMAGE } from '../scipy-values.ts';
import { crossEntropyTolerance, minimumCrossEntropy } from './minimum-cross-entropy.ts';

it('settles where scikit-image does', () => {
  expect(minimumCrossEntropy(SCIPY_IMAGE)).toBeCloseTo(SCIPY.minimumCrossEntropy, 12);
});

it('moves no further than half a gap between values, or half a level of 16 bits', () => {
  expect(crossEntropyTolerance([0.5, 0.1, 0.2, 0.2])).toBeCloseTo(0.05, 12);
  expect(crossEntropyTolerance([0.5, 0.5 + 1e-9])).toBe(0.5 / 65536);
});

it('lies between the extremes', () => {
  const level = fc.integer({ min: 0, max: 255 }).map((value) => value / 255);
  fc.assert(
    fc.property(fc.array(level, { minLength: 2, maxLength: 60 }), (values) => {
      const least = Math.min(...values);
      const most = Math.max(...values);
      fc.pre(least < most);
      const threshold = minimumCrossEntropy(values);
      expect(threshold).toBeGreaterThanOrEqual(least);
      expect(threshold).toBeLessThan(most);
    }),
  );
});
