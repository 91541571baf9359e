import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryMask } from './arbitrary-mask.ts';
import { draw, readLabels } from './ascii-mask.ts';
import { chessboardDistance } from './chessboard-distance.ts';
import { distanceTransform } from './distance-transform.ts';
import { expandLabels } from './expand-labels.ts';
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

describe('expandLabels', () => {
  it('grows objects until they meet, and no further than asked', () => {
    const labels = readLabels(`
      .......
      .1...2.
      .......
    `);
    expect(draw(expandLabels(labels, 1))).toEqual(['.1...2.', '111.222', '.1...2.']);
    // What is as far from both goes to the one on the left.
    expect(draw(expandLabels(labels, 2))).toEqual(['111.222', '1111222', '111.222']);
  });

  it('leaves an empty map empty', () => {
    expect(draw(expandLabels(readLabels('...'), 5))).toEqual(['...']);
  });
});

describe('chessboardDistance', () => {
  it('counts the steps of a king to the background', () => {
    fc.assert(
      fc.property(arbitraryMask(10), (mask) => {
        const { width, data } = mask;
        const background = Array.from(data.keys()).filter((at) => data[at] === 0);
        chessboardDistance(mask).forEach((distance, at) => {
          const steps = background.map((to) =>
            Math.max(
              Math.abs((to % width) - (at % width)),
              Math.abs(Math.floor(to / width) - Math.floor(at / width)),
            ),
          );
          expect(distance).toBe(steps.length ? Math.min(...steps) : -1);
        });
      }),
    );
  });
});
