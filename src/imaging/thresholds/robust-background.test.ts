import { expect, it } from 'vitest';
import { robustBackground } from './robust-background.ts';

const hundred = Array.from({ length: 100 }, (_, i) => (i * 37) % 100);

it('adds two deviations of the middle nine tenths to their mean', () => {
  const deviation = Math.sqrt((90 * 90 - 1) / 12);
  expect(robustBackground(hundred)).toBeCloseTo(49.5 + 2 * deviation, 10);
});

it('takes the median and its deviation for averages', () => {
  const options = {
    averagingMethod: 'Median',
    varianceMethod: 'Median absolute deviation',
    deviations: 1,
  } as const;
  expect(robustBackground(hundred, options)).toBe(49.5 + 22.5);
});

it('finds the mode among bins, as the quantile of the middle of the fullest', () => {
  const values = [0, 1, 1, 1, 1, 1, 1, 1, 9, 10, 4, 5, 6, 7, 8, 9];
  const options = { averagingMethod: 'Mode', deviations: 0, lowerOutlierFraction: 0 } as const;
  expect(robustBackground(values, options)).toBe(1);
});

it('rounds the pixels left out to even, and leaves none out when no dark one is', () => {
  const values = [0, 1, 2, 3, 4, 5, 6, 7, 8, 100];
  const trim = { deviations: 0, upperOutlierFraction: 0.1 };
  expect(robustBackground(values, { ...trim, lowerOutlierFraction: 0.05 })).toBe(13.6);
  expect(robustBackground(values, { ...trim, lowerOutlierFraction: 0.15 })).toBe(5);
});

it('needs three values that differ', () => {
  expect(robustBackground([0.2, 0.4])).toBe(0);
  expect(robustBackground([0.3, 0.3, 0.3])).toBe(0.3);
});
