import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draw } from '../ascii-mask.ts';
import { pointMask } from './point-mask.ts';
import { spotLight } from './spot-light.ts';

function spot(x: number, y: number, radius: number, intensity = 100) {
  return { x, y, radius, intensity, cell: 0 };
}

describe('pointMask', () => {
  it('draws filled discs, cut off at the border', () => {
    expect(draw(pointMask([spot(3, 3, 3), spot(8, 0, 1)], 9, 7))).toEqual([
      '...#...##',
      '.#####..#',
      '.#####...',
      '#######..',
      '.#####...',
      '.#####...',
      '...#.....',
    ]);
  });

  it('marks the pixel of a spot that no middle lies in', () => {
    expect(draw(pointMask([spot(1.4, 0.6, 0.1)], 3, 2))).toEqual(['...', '.#.']);
  });

  it('marks just the pixels within the radius of any spot, however many lie above one another', () => {
    const place = fc.double({ min: -0.49, max: 15.49, noNaN: true });
    const spots = fc.array(
      fc.record({ x: place, y: place, radius: fc.double({ min: 0, max: 5, noNaN: true }) }),
      { maxLength: 300 },
    );
    fc.assert(
      fc.property(spots, (drawn) => {
        const list = drawn.map(({ x, y, radius }) => spot(x, y, radius));
        const mask = pointMask(list, 16, 16);
        mask.data.forEach((level, at) => {
          const [column, row] = [at % 16, Math.floor(at / 16)];
          const covered = list.some(
            ({ x, y, radius }) =>
              (column - x) ** 2 + (row - y) ** 2 <= radius ** 2 ||
              (Math.round(x) === column && Math.round(y) === row),
          );
          expect(level).toBe(covered ? 255 : 0);
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('spotLight', () => {
  it('is the intensity in the middle and 1/e² of it a radius away', () => {
    const { data } = spotLight([spot(10, 10, 4, 120)], 21, 21);
    expect(data[10 * 21 + 10]).toBe(120);
    expect(data[10 * 21 + 14]).toBeCloseTo(120 * Math.exp(-2), 3);
    expect(data[6 * 21 + 10]).toBeCloseTo(120 * Math.exp(-2), 3);
    expect(data[10 * 21 + 19]).toBe(0);
  });

  it('holds the light of a Gaussian, wherever between the pixels its middle is', () => {
    const offset = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(offset, offset, (dx, dy) => {
        const { data } = spotLight([spot(15 + dx, 15 + dy, 4, 50)], 32, 32);
        const sum = data.reduce((total, level) => total + level, 0);
        // ∫ 50 exp(-2 d² / 16) = 50 · π · 16 / 2, less the 0.03 % beyond two radii.
        expect(Math.abs(sum / (50 * Math.PI * 8) - 1)).toBeLessThan(0.01);
      }),
    );
  });

  it('adds spots up beyond white', () => {
    expect(spotLight([spot(2, 2, 1, 200), spot(2, 2, 1, 200)], 5, 5).data[12]).toBe(400);
  });
});
