import { describe, expect, it } from 'vitest';
import { kendallTau, spearmanRho } from './rank-correlation.ts';

describe('rank correlations', () => {
  // Of scipy.stats.kendalltau and spearmanr.
  it.each([
    [[1, 2, 3, 4, 5], [3, 1, 2, 5, 4], 0.4, 0.6],
    [[1, 2, 2, 4, 5, 7, 7, 8], [2, 1, 3, 3, 6, 5, 8, 8], 0.7692307692307694, 0.8902439024390245],
    [[1, 2, 3], [9, 8, 7], -1, -1],
  ])('of %j and %j', (a, b, tau, rho) => {
    expect(kendallTau(a, b)).toBeCloseTo(tau, 12);
    expect(spearmanRho(a, b)).toBeCloseTo(rho, 12);
  });

  it.each([
    [
      [1, 2, 3],
      [1, 1, 1],
    ],
    [[1], [2]],
    [[], []],
  ])('are not defined for %j and %j', (a, b) => {
    expect([kendallTau(a, b), spearmanRho(a, b)]).toEqual([null, null]);
  });
});
