import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeOffset } from './free-offset.ts';
import { blankPainting } from './painting.ts';

function squares(side: number, corners: readonly [x: number, y: number][]) {
  const painting = blankPainting(32, 24);
  for (const [index, [left, top]] of corners.entries()) {
    for (let y = top; y < top + side; y++) {
      painting.labels.fill(index + 1, y * 32 + left, y * 32 + left + side);
    }
  }
  return painting;
}

describe('the place of a copy', () => {
  it('is beside its original, as near as the steps allow', () => {
    const painting = squares(4, [[8, 8]]);
    const found = freeOffset(painting, { x: 8, y: 8, width: 4, height: 4 }, [1]);
    expect(Math.hypot(found?.dx ?? 0, found?.dy ?? 0)).toBe(4);
  });

  it('is on background and within the map, wherever the others lie', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 26 }), fc.integer({ min: 0, max: 18 }));
    fc.assert(
      fc.property(fc.array(corner, { minLength: 1, maxLength: 12 }), (corners) => {
        const painting = squares(6, corners);
        const id = corners.length;
        const [x, y] = corners[id - 1];
        const found = freeOffset(painting, { x, y, width: 6, height: 6 }, [id]);
        if (!found) return;
        const [left, top] = [x + found.dx, y + found.dy];
        expect(left >= 0 && top >= 0 && left + 6 <= 32 && top + 6 <= 24).toBe(true);
        for (let row = top; row < top + 6; row++) {
          expect([...painting.labels.slice(row * 32 + left, row * 32 + left + 6)]).toEqual(
            Array(6).fill(0),
          );
        }
      }),
    );
  });

  it('is nowhere when the map is full', () => {
    const painting = blankPainting(8, 8);
    painting.labels.fill(2);
    painting.labels.fill(1, 0, 3);
    expect(freeOffset(painting, { x: 0, y: 0, width: 3, height: 1 }, [1])).toBeNull();
  });
});
