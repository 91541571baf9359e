import { expect, it } from 'vitest';
import { localGaussianThresholds } from './local-gaussian.ts';

it('follows the light around each pixel', () => {
  const values = Float32Array.from({ length: 60 }, (_, x) => x / 60);
  expect(localGaussianThresholds(values, 60, 1, 7)[30]).toBeCloseTo(0.5, 5);
});

it('lies between a bright pixel and its dark surround', () => {
  const values = new Float32Array(25);
  values[12] = 1;
  const local = localGaussianThresholds(values, 5, 5, 5);
  expect(local[12]).toBeGreaterThan(0.1);
  expect(local[12]).toBeLessThan(0.9);
});
