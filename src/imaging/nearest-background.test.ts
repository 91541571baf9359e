import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryMask } from './arbitrary-mask.ts';
import { distanceTransform } from './distance-transform.ts';
import { nearestBackground } from './nearest-background.ts';

describe('nearestBackground', () => {
  it('points to background as far away as the distance transform says', () => {
    fc.assert(
      fc.property(arbitraryMask(), (mask) => {
        const { width, height, data } = mask;
        const distances = distanceTransform(mask);
        nearestBackground(data, width, height).forEach((source, at) => {
          if (source < 0) {
            expect(distances[at]).toBe(Number.POSITIVE_INFINITY);
            return;
          }
          const dx = (source % width) - (at % width);
          const dy = Math.floor(source / width) - Math.floor(at / width);
          expect(data[source]).toBe(0);
          expect(Math.hypot(dx, dy)).toBeCloseTo(distances[at], 4);
        });
      }),
    );
  });
});
