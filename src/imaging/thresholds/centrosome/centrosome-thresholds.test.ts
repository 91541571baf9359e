import { expect, it } from 'vitest';
import { SCIPY_IMAGE } from '../../scipy-values.ts';
import { backgroundMode } from './background-mode.ts';
import { kapurThreshold } from './kapur.ts';
import { maximumCorrelation } from './maximum-correlation.ts';
import { mixtureOfGaussians } from './mixture-of-gaussians.ts';
import { orderedEntropy, orderedOtsu } from './ordered-otsu.ts';
import { orderedOtsuThree } from './ordered-otsu-three.ts';
import { ridlerCalvard } from './ridler-calvard.ts';

/** 900 pixels about 0.1, 100 about 0.8. */
const twoLevels = Array.from({ length: 1000 }, (_, i) =>
  i % 10 === 0 ? 0.8 + ((i * 7) % 50) / 1000 : 0.1 + ((i * 13) % 40) / 1000,
);

it.each([
  ['Otsu', orderedOtsu],
  ['entropy', orderedEntropy],
  ['Ridler and Calvard', ridlerCalvard],
  ['maximum correlation', maximumCorrelation],
  ['a mixture of Gaussians', (values: number[]) => mixtureOfGaussians(values, 0.1)],
])('%s divides two levels that lie far apart', (_, threshold) => {
  expect(threshold(twoLevels)).toBeGreaterThan(0.12);
  expect(threshold(twoLevels)).toBeLessThan(0.81);
});

it('finds twice the background', () => {
  const background = backgroundMode(twoLevels);
  expect(background).toBeGreaterThan(0.1);
  expect(background).toBeLessThan(0.3);
});

it('orders the thresholds between three classes', () => {
  const [lower, upper] = orderedOtsuThree(SCIPY_IMAGE);
  expect(lower).toBeLessThan(upper);
});

it('blurs alike every time', () => {
  expect(kapurThreshold(SCIPY_IMAGE)).toBe(kapurThreshold(SCIPY_IMAGE));
});

it('says 1 of too few pixels for a mixture', () => {
  expect(mixtureOfGaussians([0, 0.5, 1], 0.2)).toBe(1);
});
