import { expect, it } from 'vitest';
import { convolveSeparable } from './convolve-separable.ts';
import { gaussianKernel } from './gaussian-kernel.ts';
import { largestDistance, SCIPY, SCIPY_IMAGE, sampled } from './scipy-values.ts';

it('blurs with zeros outside, as SciPy does', () => {
  const { sigma, every, values } = SCIPY.gaussian;
  const kernel = gaussianKernel(sigma, Math.trunc(4 * sigma + 0.5));
  const blurred = convolveSeparable(SCIPY_IMAGE, SCIPY.width, SCIPY.height, kernel);
  expect(largestDistance(sampled(blurred, every), values)).toBeLessThan(1e-11);
});

it('keeps the precision of the values', () => {
  const kernel = Float64Array.of(0.6, 0.2);
  expect(convolveSeparable(new Float32Array(6), 3, 2, kernel)).toBeInstanceOf(Float32Array);
  expect(convolveSeparable(new Float64Array(6), 3, 2, kernel)).toBeInstanceOf(Float64Array);
});

it('spreads one pixel over the kernel, wider than the image', () => {
  const blurred = convolveSeparable(Float64Array.of(0, 1, 0), 3, 1, Float64Array.of(4, 3, 2, 1));
  expect([...blurred]).toEqual([12, 16, 12]);
});
