import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isInside } from './crop-image.ts';
import { tileBoxes } from './tile-boxes.ts';

const corners = (edge: 'shift' | 'pad' | 'drop') =>
  tileBoxes({ width: 10, height: 4 }, { width: 4, height: 4 }, 1, edge).map(({ box }) => box.x);

it('goes on to the edge, moves the last inwards, or leaves the rest', () => {
  expect(corners('drop')).toEqual([0, 3, 6]);
  const wide = (edge: 'shift' | 'pad' | 'drop') =>
    tileBoxes({ width: 12, height: 4 }, { width: 4, height: 4 }, 1, edge).map(({ box }) => box.x);
  expect(wide('drop')).toEqual([0, 3, 6]);
  expect(wide('shift')).toEqual([0, 3, 6, 8]);
  expect(wide('pad')).toEqual([0, 3, 6, 9]);
});

it('covers every pixel, and stays inside unless it pads', () => {
  const side = fc.integer({ min: 1, max: 30 });
  const edge = fc.constantFrom('shift' as const, 'pad' as const);
  fc.assert(
    fc.property(side, side, side, side, fc.nat(29), edge, (width, height, w, h, lap, how) => {
      const overlap = Math.min(lap, Math.min(w, h) - 1);
      const tiles = tileBoxes({ width, height }, { width: w, height: h }, overlap, how);
      if (how === 'shift' && (width < w || height < h)) {
        expect(tiles).toEqual([]);
        return;
      }
      const seen = new Uint8Array(width * height);
      for (const { box } of tiles) {
        if (how === 'shift') expect(isInside(box, { width, height })).toBe(true);
        for (let y = box.y; y < Math.min(height, box.y + h); y++) {
          seen.fill(1, y * width + box.x, y * width + Math.min(width, box.x + w));
        }
      }
      expect(seen.every((value) => value === 1)).toBe(true);
    }),
  );
});

it('refuses an overlap that leaves no step', () => {
  const size = { width: 8, height: 8 };
  expect(() => tileBoxes(size, { width: 4, height: 2 }, 2, 'shift')).toThrow('overlap by less');
});
