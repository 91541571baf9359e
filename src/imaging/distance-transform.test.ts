import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryMask } from './arbitrary-mask.ts';
import { readMask } from './ascii-mask.ts';
import { distanceTransform } from './distance-transform.ts';
import type { ByteImage } from './image.ts';

function bruteForce({ width, height, data }: ByteImage): number[] {
  return Array.from({ length: width * height }, (_, i) => {
    let nearest = Number.POSITIVE_INFINITY;
    for (let j = 0; j < data.length; j++) {
      const dx = (j % width) - (i % width);
      const dy = Math.floor(j / width) - Math.floor(i / width);
      if (data[j] === 0) nearest = Math.min(nearest, dx * dx + dy * dy);
    }
    return Math.fround(Math.sqrt(nearest));
  });
}

it('measures to the nearest background pixel', () => {
  const distances = distanceTransform(readMask('####\n####\n###.'));
  expect(distances[11]).toBe(0);
  expect(distances[10]).toBe(1);
  expect(distances[0]).toBe(Math.fround(Math.sqrt(13)));
});

it('is what comparing every pair of pixels gives', () => {
  fc.assert(
    fc.property(arbitraryMask(16), (mask) => {
      expect([...distanceTransform(mask)]).toEqual(bruteForce(mask));
    }),
  );
});

it('is infinite without background', () => {
  expect([...distanceTransform(readMask('##\n##'))]).toEqual(
    Array(4).fill(Number.POSITIVE_INFINITY),
  );
});
