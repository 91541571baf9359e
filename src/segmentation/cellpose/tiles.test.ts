import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { padPlanes } from './pad-planes.ts';
import { planTiles } from './plan-tiles.ts';
import { tileAverage } from './tile-average.ts';
import { tilePixels } from './tile-pixels.ts';

describe('tiles', () => {
  it('spread evenly from end to end', () => {
    const { tiles } = planTiles(500, 100, { side: 224, overlap: 0.1, augment: false });
    expect(tiles.map(({ left }) => left)).toEqual([0, 138, 276]);
    expect(tiles.every(({ top }) => top === 0)).toBe(true);
  });

  it('are turned like a chessboard when there is to be more of them', () => {
    const { tiles } = planTiles(224, 224, { side: 224, overlap: 0.1, augment: true });
    expect(tiles.map(({ flipY, flipX }) => [flipY, flipX])).toEqual([
      [false, false],
      [true, false],
      [false, true],
      [true, true],
    ]);
  });

  it('give an image back, whatever its size, turned or not', () => {
    const length = fc.integer({ min: 1, max: 90 });
    fc.assert(
      fc.property(length, length, fc.boolean(), (width, height, augment) => {
        const image = {
          width,
          height,
          channels: 3,
          data: Float32Array.from({ length: 3 * width * height }, (_, i) => Math.sin(i)),
        };
        const { tiles, ...size } = planTiles(width, height, { side: 32, overlap: 0.1, augment });
        const average = tileAverage(image, size);
        for (const tile of tiles) {
          // A network that says what it sees: flows of a turned tile point the other way.
          const maps = tilePixels(image, size, [tile]).map((value, i) => {
            const turned = (i % 3 === 0 && tile.flipY) || (i % 3 === 1 && tile.flipX);
            return turned ? -value : value;
          });
          average.add(tile, maps);
        }
        const { data } = average.finish();
        for (const [i, value] of data.entries()) expect(value).toBeCloseTo(image.data[i], 5);
      }),
      { numRuns: 40 },
    );
  });
});

describe('padding', () => {
  it('is half a multiple of 16 on each side at least, and zeros', () => {
    const data = new Float32Array(33).fill(2);
    const { image, top, left } = padPlanes({ width: 33, height: 1, channels: 1, data });
    expect([image.width, image.height, left, top]).toEqual([64, 32, 15, 15]);
    expect(image.data.reduce((sum, value) => sum + value, 0)).toBe(66);
    expect(image.data[15 * 64 + 15]).toBe(2);
  });
});
