import { expect, it } from 'vitest';
import { maximaSearch, smoothingKernel, smoothingWidth } from './declump-settings.ts';
import { DEFAULT_PRIMARY_SETTINGS } from './primary-settings.ts';

const settings = DEFAULT_PRIMARY_SETTINGS;

it('smooths by the smallest diameter, or by the filter that was asked for', () => {
  const { sigma, radius } = smoothingKernel(smoothingWidth(settings));
  expect(sigma).toBeCloseTo(10 / 3.5, 12);
  expect(radius).toBe(3);
  const own = { ...settings, automaticSmoothing: false, smoothingFilterSize: 1 };
  expect(smoothingWidth(own)).toBe(1);
  expect(smoothingKernel(1).radius).toBe(1);
});

it('suppresses maxima closer than two thirds of the smallest diameter', () => {
  const { scale, radius, suppression } = maximaSearch(settings);
  expect([scale, radius, suppression]).toEqual([1, 10 / 1.5 - 0.5, 10 / 1.5]);
});

it('reduces images of larger objects to a smallest diameter of 10', () => {
  const large = { ...settings, minimumDiameter: 20 };
  expect(maximaSearch(large)).toEqual({ scale: 0.5, radius: 6.5, suppression: 14 });
  const own = { ...large, automaticSuppression: false, maximaSuppressionSize: 9 };
  expect(maximaSearch(own)).toEqual({ scale: 0.5, radius: 4.5, suppression: 10 });
  expect(maximaSearch({ ...large, lowResolutionMaxima: false }).scale).toBe(1);
});
