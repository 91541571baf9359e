import { describe, expect, it } from 'vitest';
import { sobelAlong, sobelMagnitude } from './sobel.ts';

const LEVELS = Uint8Array.of(1, 0, 2, 8, 9, 9, 0, 3, 7, 9, 4, 0, 5, 5, 6, 0, 0, 1);

describe('sobel', () => {
  it('measures edges as scikit-image does', () => {
    const values = Float64Array.from(LEVELS, (level) => level / 10);
    const expected = [
      0, 0.25, 0.585235, 0.320156, 0.33541, 0.570088, 0.313249, 0.425735, 0.279508, 0.381608,
      0.664267, 0.596343, 0.305164, 0.226385, 0.225, 0.550568, 0.302076, 0.025,
    ];
    sobelMagnitude(values, 6, 3).forEach((strength, i) => {
      expect(strength).toBeCloseTo(expected[i], 5);
    });
  });

  it('measures the rise along one axis as SciPy does', () => {
    const expected = [0, 10, 30, 18, -6, -4, 5, 16, 15, -5, -16, -7, 3, 10, -9, -21, -6, -1];
    expect([...sobelAlong(LEVELS, 6, 3, 'x')].map((rise) => rise + 0)).toEqual(expected);
  });

  it('finds no edge in one pixel', () => {
    expect([...sobelMagnitude([5], 1, 1)]).toEqual([0]);
  });
});
