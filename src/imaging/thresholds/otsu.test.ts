import { expect, it } from 'vitest';
import { SCIPY, SCIPY_IMAGE } from '../scipy-values.ts';
import { multiOtsuOfValues } from './multi-otsu.ts';
import { otsuOfValues } from './otsu.ts';

it('divides values where scikit-image does', () => {
  expect(otsuOfValues(SCIPY_IMAGE)).toBeCloseTo(SCIPY.otsu, 12);
  const [lower, upper] = multiOtsuOfValues(SCIPY_IMAGE);
  expect(lower).toBeCloseTo(SCIPY.multiOtsu[0], 12);
  expect(upper).toBeCloseTo(SCIPY.multiOtsu[1], 12);
});

it('puts the threshold between two levels, whatever their counts', () => {
  const values = [0.2, 0.2, 0.2, 0.2, 0.2, 0.9];
  const threshold = otsuOfValues(values);
  expect(threshold).toBeGreaterThan(0.2);
  expect(threshold).toBeLessThan(0.9);
  expect(multiOtsuOfValues(values)).toEqual([threshold, threshold]);
});

it('takes three levels for three classes', () => {
  const [lower, upper] = multiOtsuOfValues([0, 0, 0.5, 0.5, 0.5, 1]);
  expect([lower >= 0, lower < 0.5, upper >= 0.5, upper < 1]).toEqual([true, true, true, true]);
});

it('tells three levels apart that lie close together, in finer bins', () => {
  const close = 1.4 / 256;
  const [lower, upper] = multiOtsuOfValues([0, 0, close, close, 1, 1]);
  expect([lower < close, upper >= close, upper < 1]).toEqual([true, true, true]);
});
