import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tileAxis } from './tile-axis.ts';

describe('tileAxis', () => {
  it('gives every pixel shares that add up to 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), (length) => {
        const { starts, weights, size } = tileAxis(length, 64);
        const sums = new Float32Array(length);
        starts.forEach((start, tile) => {
          for (let i = 0; i < size; i++) {
            if (start + i >= 0 && start + i < length) sums[start + i] += weights[tile][i];
          }
        });
        for (const sum of sums) expect(sum).toBeCloseTo(1, 5);
      }),
    );
  });

  it('takes tiles a quarter over each other, with zeros around', () => {
    const { starts, sources } = tileAxis(512, 256);
    expect(starts).toEqual([-64, 128, 320].map((start) => start + 0));
    expect(sources[0][63]).toBe(-1);
    expect(sources[0][64]).toBe(0);
    expect(sources[2][191]).toBe(511);
    expect(sources[2][192]).toBe(-1);
  });

  it('mirrors what is smaller than a tile', () => {
    const { starts, sources } = tileAxis(5, 8);
    expect(starts).toEqual([-1]);
    expect(Array.from(sources[0])).toEqual([1, 0, 1, 2, 3, 4, 3, 2]);
  });
});
