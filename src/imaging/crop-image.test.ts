import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryLevels } from './arbitrary-levels.ts';
import { centreBox, cropImage, isInside } from './crop-image.ts';

it('has the pixels of its box, and zeros outside', () => {
  const place = fc.integer({ min: -20, max: 20 });
  const side = fc.integer({ min: 1, max: 20 });
  fc.assert(
    fc.property(arbitraryLevels(), place, place, side, side, (image, x, y, width, height) => {
      const cropped = cropImage(image, { x, y, width, height });
      const { channels } = image;
      expect(cropped.data.length).toBe(width * height * channels);
      for (let i = 0; i < cropped.data.length; i++) {
        const pixel = Math.floor(i / channels);
        const [fromX, fromY] = [x + (pixel % width), y + Math.floor(pixel / width)];
        const inside = isInside({ x: fromX, y: fromY, width: 1, height: 1 }, image);
        const at = (fromY * image.width + fromX) * channels + (i % channels);
        expect(cropped.data[i]).toBe(inside ? image.data[at] : 0);
      }
    }),
  );
});

it('finds the middle', () => {
  const box = centreBox({ width: 7, height: 4 }, { width: 4, height: 4 });
  expect(box).toEqual({ x: 1, y: 0, width: 4, height: 4 });
});
