import { describe, expect, it } from 'vitest';
import { clipHistogram } from './clip-histogram.ts';
import { equaliseLocally } from './equalise-locally.ts';

const total = (counts: Int32Array) => counts.reduce((sum, count) => sum + count, 0);

describe('clipHistogram', () => {
  it('moves what is beyond the limit to other bins', () => {
    const clipped = clipHistogram(Int32Array.of(20, 0, 1, 0, 3), 8);
    expect(Math.max(...clipped)).toBe(8);
    expect(total(clipped)).toBe(24);
  });

  it('drops what finds no place', () => {
    expect(Array.from(clipHistogram(Int32Array.of(9, 9, 9), 2))).toEqual([2, 2, 2]);
  });
});

describe('equaliseLocally', () => {
  it('raises a faint pattern in a dark corner, whatever the brightness elsewhere', () => {
    const side = 64;
    const values = Float32Array.from({ length: side * side }, (_, i) => {
      const x = i % side;
      return x < 32 ? 100 + (i % 2) * 20 : 4000 + (i % 7) * 100;
    });
    const contrast = (clipLimit: number) => {
      const equal = equaliseLocally(values, side, side, { kernelSize: 16, clipLimit });
      expect(Math.min(...equal)).toBe(0);
      expect(Math.max(...equal)).toBe(1);
      return Math.abs(equal[20 * side + 8] - equal[20 * side + 9]);
    };
    expect(contrast(0.01)).toBeGreaterThan(20 / 4500);
    expect(contrast(0.2)).toBeGreaterThan(10 * contrast(0.01));
  });

  it('gives zeros for a constant image and takes images smaller than a block', () => {
    expect(equaliseLocally(new Float32Array(12).fill(7), 4, 3, { kernelSize: 128 })).toEqual(
      new Float32Array(12),
    );
    expect(equaliseLocally(Float32Array.of(5), 1, 1, { kernelSize: 128 })).toEqual(
      Float32Array.of(0),
    );
    const two = equaliseLocally(Float32Array.of(0, 10), 2, 1, { kernelSize: 128 });
    expect(Array.from(two)).toEqual([0, 1]);
  });
});
