import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryMask } from './arbitrary-mask.ts';
import { draw, readMask } from './ascii-mask.ts';
import { fillHoles } from './fill-holes.ts';
import type { ByteImage } from './image.ts';
import { numberComponents } from './number-components.ts';
import { shrinkToPoints } from './shrink-to-points.ts';

function shrunk(mask: ByteImage): ByteImage {
  const points = shrinkToPoints(
    mask.data.map((pixel) => (pixel ? 1 : 0)),
    mask.width,
    mask.height,
  );
  return { ...mask, data: points };
}

it('leaves one pixel of each blob', () => {
  const points = shrunk(
    readMask(`
      ##....#
      ###..#.
      .##.#..
      .......`),
  );
  expect(numberComponents(points.data, points.width, points.height, 8).count).toBe(2);
  expect(points.data.reduce((sum, pixel) => sum + pixel, 0)).toBe(2);
});

it('leaves a ring around a hole', () => {
  const ring = shrunk(
    readMask(`
      .....
      .###.
      .#.#.
      .###.
      .....`),
  );
  expect(draw(ring).join('\n')).toContain('#.#');
});

it('keeps the number of components and of holes', () => {
  fc.assert(
    fc.property(arbitraryMask(16), (mask) => {
      const points = shrunk(mask);
      const { width, height } = mask;
      const blobs = (image: ByteImage) => numberComponents(image.data, width, height, 8).count;
      expect(points.data.every((pixel, i) => pixel === 0 || mask.data[i] !== 0)).toBe(true);
      expect(blobs(points)).toBe(blobs(mask));
      const holes = (image: ByteImage) => {
        const filled = fillHoles(image);
        return numberComponents(
          filled.data.map((pixel, i) => (pixel && !image.data[i] ? 1 : 0)),
          width,
          height,
          4,
        ).count;
      };
      expect(holes(points)).toBe(holes(mask));
    }),
  );
});

it('changes points no more', () => {
  fc.assert(
    fc.property(arbitraryMask(16), (mask) => {
      const once = shrunk(mask);
      expect(shrunk(once).data).toEqual(once.data);
    }),
  );
});
