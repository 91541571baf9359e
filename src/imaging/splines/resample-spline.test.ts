import { expect, it } from 'vitest';
import { largestDistance, SCIPY, SCIPY_IMAGE, sampled } from '../scipy-values.ts';
import { resampleSpline } from './resample-spline.ts';

const { width, height } = SCIPY;

it('samples where SciPy does, what SciPy does', () => {
  const { scale, shape, every, values } = SCIPY.resampled;
  const step = scale[1] / scale[0];
  const rows = Float64Array.from({ length: shape[0] }, (_, i) => i * step);
  const columns = Float64Array.from({ length: shape[1] }, (_, i) => i * step);
  const resampled = resampleSpline(SCIPY_IMAGE, width, height, rows, columns);
  expect(largestDistance(sampled(resampled, every), values)).toBeLessThan(1e-9);
});

it('goes through the pixels and is 0 outside their centres', () => {
  const rows = Float64Array.of(0, 7, height - 1, height - 0.9);
  const columns = Float64Array.of(-0.1, 0, 3, width - 1);
  const resampled = resampleSpline(SCIPY_IMAGE, width, height, rows, columns);
  expect(resampled[6]).toBeCloseTo(SCIPY_IMAGE[7 * width + 3], 10);
  expect(resampled[11]).toBeCloseTo(SCIPY_IMAGE[SCIPY_IMAGE.length - 1], 10);
  expect([...resampled.subarray(12)]).toEqual([0, 0, 0, 0]);
  expect([resampled[0], resampled[4], resampled[8]]).toEqual([0, 0, 0]);
});

it('takes an image of one pixel', () => {
  expect([...resampleSpline([0.3], 1, 1, Float64Array.of(0), Float64Array.of(0))]).toEqual([
    expect.closeTo(0.3, 12),
  ]);
});
