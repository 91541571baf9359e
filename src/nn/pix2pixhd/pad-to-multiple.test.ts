import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cropTo, paddedSide, padToMultiple } from './pad-to-multiple.ts';

describe('padding to a multiple', () => {
  it('mirrors to the right and below without repeating the edge', () => {
    const image = { width: 6, height: 1, channels: 1, data: Float32Array.of(1, 2, 3, 4, 5, 6) };
    const padded = padToMultiple(image, { multiple: 4, smallest: 8 });
    expect([padded.width, padded.height]).toEqual([8, 8]);
    expect([...padded.data.subarray(0, 8)]).toEqual([1, 2, 3, 4, 5, 6, 5, 4]);
  });

  it('keeps a size that fits', () => {
    const image = { width: 16, height: 8, channels: 1, data: new Float32Array(128) };
    expect(padToMultiple(image, { multiple: 4, smallest: 8 })).toBe(image);
  });

  it('is undone by cropping, whatever the size', () => {
    const side = fc.integer({ min: 1, max: 21 });
    fc.assert(
      fc.property(side, side, fc.constantFrom(1, 2, 4, 8), (width, height, multiple) => {
        const sizes = { multiple, smallest: 2 * multiple };
        const data = Float32Array.from({ length: width * height * 2 }, (_, i) => i);
        const image = { width, height, channels: 2, data };
        const padded = padToMultiple(image, sizes);
        expect(padded.width % multiple).toBe(0);
        expect(padded.width).toBe(paddedSide(width, sizes));
        expect(padded.height / multiple).toBeGreaterThanOrEqual(2);
        expect(padded.data.length).toBe(padded.width * padded.height * 2);
        expect(cropTo(padded, width, height)).toEqual(image);
      }),
    );
  });
});
