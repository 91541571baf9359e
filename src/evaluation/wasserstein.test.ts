import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wassersteinDistance } from './wasserstein.ts';

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 30 });

describe('wassersteinDistance', () => {
  it.each([
    // The example in scipy's documentation of wasserstein_distance.
    [[0, 1, 3], [5, 6, 8], 5],
    [[0, 1], [3, 1], 1.5],
    [[1], [1, 1, 1], 0],
    [[0, 0, 0, 4], [0], 1],
  ])('of %j and %j is %d', (a, b, expected) => {
    expect(wassersteinDistance(a, b)).toBeCloseTo(expected, 12);
  });

  it('is a shift for shifted values, symmetric, and 0 for the same', () => {
    fc.assert(
      fc.property(values, values, fc.integer({ min: -50, max: 50 }), (a, b, by) => {
        expect(wassersteinDistance(a, a)).toBe(0);
        expect(wassersteinDistance(a, b)).toBeCloseTo(wassersteinDistance(b, a), 9);
        const moved = a.map((value) => value + by);
        expect(wassersteinDistance(a, moved)).toBeCloseTo(Math.abs(by), 9);
      }),
    );
  });

  it('is the mean gap of the sorted values where there are as many of both', () => {
    fc.assert(
      fc.property(values, (a) => {
        const b = a.map((value, at) => value * 2 - at);
        const [first, second] = [a, b].map((list) => [...list].sort((x, y) => x - y));
        const gap = first.reduce((sum, value, at) => sum + Math.abs(value - second[at]), 0);
        expect(wassersteinDistance(a, b)).toBeCloseTo(gap / a.length, 9);
      }),
    );
  });

  it('is not a number when there is nothing to compare', () => {
    expect(wassersteinDistance([], [1])).toBeNaN();
  });
});
