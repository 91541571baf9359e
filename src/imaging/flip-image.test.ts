import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryLevels } from './arbitrary-levels.ts';
import { flipImage } from './flip-image.ts';

const image = { width: 3, height: 2, channels: 1 as const, data: Uint8Array.of(1, 2, 3, 4, 5, 6) };

it('mirrors', () => {
  expect([...flipImage(image, 'horizontal').data]).toEqual([3, 2, 1, 6, 5, 4]);
  expect([...flipImage(image, 'vertical').data]).toEqual([4, 5, 6, 1, 2, 3]);
});

it('gives the image back the second time, whatever its channels and depth', () => {
  fc.assert(
    fc.property(arbitraryLevels(), fc.constantFrom('horizontal', 'vertical'), (levels, way) => {
      expect(flipImage(flipImage(levels, way), way)).toEqual(levels);
    }),
  );
});
