import { expect, it } from 'vitest';
import { logIntensities } from './log-intensities.ts';

it('spreads logarithms over 0 to 1, above a floor of 1/256 of the range', () => {
  const { values, intensityOf } = logIntensities([0, 0.001, 1 / 16, 1]);
  expect(values[0]).toBe(0);
  expect(values[1]).toBe(0);
  expect(values[2]).toBeCloseTo(0.5, 12);
  expect(values[3]).toBe(1);
  expect(intensityOf(values[2])).toBeCloseTo(1 / 16, 12);
});
