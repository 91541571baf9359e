import { expect, it } from 'vitest';
import { largestDistance, SCIPY, SCIPY_IMAGE, sampled } from '../scipy-values.ts';
import { sauvolaThresholds } from './sauvola.ts';

it('gives every pixel the threshold that scikit-image gives it', () => {
  const { window, every, values } = SCIPY.sauvola;
  const thresholds = sauvolaThresholds(SCIPY_IMAGE, SCIPY.width, SCIPY.height, window);
  expect(largestDistance(sampled(thresholds, every), values)).toBeLessThan(1e-9);
});

it('takes windows larger than the image', () => {
  const thresholds = sauvolaThresholds([0.5, 0.5, 0.5, 0.5], 2, 2, 9);
  expect(largestDistance(thresholds, Array(4).fill(0.4))).toBeLessThan(1e-6);
});
