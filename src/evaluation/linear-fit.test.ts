import { expect, it } from 'vitest';
import { linearFit } from './linear-fit.ts';

it('finds the line through points, and the best one where there is none', () => {
  const line = [0, 1, 2, 5].map((x) => [x, 3 - 2 * x] as const);
  expect(linearFit(line).slope).toBeCloseTo(-2, 12);
  expect(linearFit(line).intercept).toBeCloseTo(3, 12);
  // numpy.polyfit([0, 1, 2, 3], [0, 1, 0, 3], 1) is [0.8, -0.2].
  const cloud = linearFit([
    [0, 0],
    [1, 1],
    [2, 0],
    [3, 3],
  ]);
  expect(cloud.slope).toBeCloseTo(0.8, 12);
  expect(cloud.intercept).toBeCloseTo(-0.2, 12);
  expect(linearFit([[1, 1]]).slope).toBeNaN();
});
