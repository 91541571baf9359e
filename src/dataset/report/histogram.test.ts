import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisTicks, histogramOf } from './histogram.ts';

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe('histogramOf', () => {
  it('puts every value into one bin of the common range', () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1 }), fc.array(finite), (a, b) => {
        const { from, to, shares } = histogramOf([a, b], false);
        expect(from).toBe(Math.min(...a, ...b));
        expect(to).toBeGreaterThanOrEqual(Math.max(...a, ...b) - 1e-6);
        expect(shares[0].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        expect(shares[1].reduce((sum, share) => sum + share, 0)).toBeCloseTo(b.length ? 1 : 0, 9);
      }),
    );
  });

  it('gives counts a bin each, or bins of equal numbers', () => {
    expect(histogramOf([[3, 3, 5]], true)).toEqual({
      from: 2.5,
      to: 5.5,
      shares: [[2 / 3, 0, 1 / 3]],
    });
    const { shares, from, to } = histogramOf([[0, 99]], true);
    expect((to - from) / shares[0].length).toBe(4);
  });
});

describe('axisTicks', () => {
  it('are round and within the range', () => {
    expect(axisTicks(0, 1)).toEqual([0, 0.5, 1]);
    expect(axisTicks(-0.5, 14.5)).toEqual([0, 5, 10]);
    expect(axisTicks(60, 1430)).toEqual([500, 1000]);
  });
});
