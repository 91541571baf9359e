import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsAround } from './plane-cells.ts';

const extents = fc.record({
  width: fc.integer({ min: 1, max: 2000 }),
  height: fc.integer({ min: 1, max: 500 }),
});
const coordinate = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe('cellsAround', () => {
  it('covers the pad and no more than a cell beyond it', () => {
    fc.assert(
      fc.property(coordinate, coordinate, extents, (x, y, extent) => {
        const cells = cellsAround({ x, y }, 88, extent);
        const lefts = cells.map(({ left }) => left);
        expect(Math.min(...lefts)).toBeLessThanOrEqual(44 - extent.width / 2 + 88);
        expect(Math.max(...lefts)).toBeLessThanOrEqual(extent.width / 2 + 44 + 1e-3);
        expect(cells.length).toBeLessThanOrEqual(
          (Math.floor(extent.width / 88) + 2) * (Math.floor(extent.height / 88) + 2),
        );
      }),
    );
  });

  it('says how much of each seed is in the middle', () => {
    const cells = cellsAround({ x: 5.25, y: 0 }, 88, { width: 600, height: 200 });
    const weightOf = (seed: number) => cells.find((cell) => cell.seed === seed)?.weight;
    expect(weightOf(5)).toBe(0.75);
    expect(weightOf(6)).toBe(0.25);
    expect(weightOf(105)).toBe(0);
    expect(weightOf(4)).toBe(0);
  });

  it('is empty before it is laid out', () => {
    expect(cellsAround({ x: 0, y: 0 }, 88, { width: 0, height: 0 })).toEqual([]);
  });
});
