import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localPeaks, markPeaks } from './local-peaks.ts';

const HILLS = Float32Array.from(
  [
    [0, 1, 0, 0, 0, 0],
    [1, 5, 1, 0, 3, 0],
    [0, 1, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 4],
  ].flat(),
);

describe('localPeaks', () => {
  it('finds peaks, the highest first', () => {
    expect([...localPeaks(HILLS, 6, 4)]).toEqual([7, 23, 10]);
  });

  it('keeps peaks apart and above the threshold', () => {
    expect([...localPeaks(HILLS, 6, 4, { minDistance: 3 })]).toEqual([7, 23]);
    expect([...localPeaks(HILLS, 6, 4, { threshold: 4 })]).toEqual([7]);
  });

  it('finds none in an image of one value', () => {
    expect(localPeaks(new Float32Array(9).fill(2), 3, 3, { threshold: 0 })).toHaveLength(0);
    expect(localPeaks(new Float32Array(1), 1, 1)).toHaveLength(0);
  });

  it('gives peaks that nothing within the distance tops', () => {
    const values = fc.array(fc.nat(6), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 3 }), (levels, minDistance) => {
        const width = 8;
        const peaks = localPeaks(Float32Array.from(levels), width, 5, { minDistance });
        for (const peak of peaks) {
          levels.forEach((level, at) => {
            const away = Math.max(
              Math.abs((at % width) - (peak % width)),
              Math.abs(Math.floor(at / width) - Math.floor(peak / width)),
            );
            if (away <= minDistance) expect(level).toBeLessThanOrEqual(levels[peak]);
            if (away < minDistance && away > 0) expect(peaks).not.toContain(at);
          });
        }
      }),
    );
  });

  it('numbers markers in the order of the peaks', () => {
    expect([...markPeaks(Int32Array.of(3, 0), 4)]).toEqual([2, 0, 0, 1]);
  });
});
