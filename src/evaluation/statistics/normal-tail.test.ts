import { expect, it } from 'vitest';
import { standardNormalTail } from './normal-tail.ts';

// Of scipy.stats.norm.sf.
it.each([
  [0, 0.5],
  [0.5, 0.3085375387259869],
  [1.96, 0.024997895148220435],
  [2.99, 0.0013948872354922468],
  [3.01, 0.0013062384487694675],
  [6, 9.865876450376946e-10],
])('is the probability above %d', (z, p) => {
  expect(standardNormalTail(z) / p).toBeCloseTo(1, 9);
});
