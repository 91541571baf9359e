import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryLevels } from './arbitrary-levels.ts';
import { flipImage } from './flip-image.ts';
import { rotateImage } from './rotate-image.ts';

const SAMPLINGS = ['nearest', 'bilinear'] as const;

function ramp(width: number, height: number) {
  const data = Uint8Array.from({ length: width * height }, (_, i) => (i * i * 37 + i * 11) % 256);
  return { width, height, channels: 1 as const, data };
}

describe('rotateImage', () => {
  it('turns counter-clockwise', () => {
    const square = { width: 2, height: 2, channels: 1 as const, data: Uint8Array.of(1, 2, 3, 4) };
    for (const sampling of SAMPLINGS) {
      expect([...rotateImage(square, 90, sampling).data]).toEqual([2, 4, 1, 3]);
    }
  });

  it('is both flips at 180 degrees, and nothing at 0 and 360', () => {
    fc.assert(
      fc.property(arbitraryLevels(), fc.constantFrom(...SAMPLINGS), (image, sampling) => {
        const flipped = flipImage(flipImage(image, 'horizontal'), 'vertical');
        expect(rotateImage(image, 180, sampling)).toEqual(flipped);
        expect(rotateImage(image, 0, sampling)).toEqual(image);
        expect(rotateImage(image, -360, sampling)).toEqual(image);
      }),
    );
  });

  it('makes no new levels by the nearest pixel', () => {
    fc.assert(
      fc.property(arbitraryLevels(), fc.integer({ min: -180, max: 180 }), (image, degrees) => {
        const levels = new Set([0, ...image.data]);
        const rotated = rotateImage(image, degrees, 'nearest');
        expect([...rotated.data].every((level) => levels.has(level))).toBe(true);
      }),
    );
  });

  // `cv2.warpAffine(ramp, getRotationMatrix2D(((w - 1) / 2, (h - 1) / 2), 9, 1), (w, h), flags=…)`, OpenCV 4.
  it('gives what OpenCV gives', () => {
    expect([...rotateImage(ramp(6, 5), 9, 'nearest').data]).toEqual(NEAREST_9);
    const bilinear = rotateImage(ramp(6, 5), 9, 'bilinear').data;
    // OpenCV rounds the place of a pixel to 1/32.
    for (const [at, level] of BILINEAR_9.entries()) {
      expect(Math.abs(bilinear[at] - level)).toBeLessThanOrEqual(255 / 32);
    }
  });
});

const NEAREST_9 = [
  0, 48, 170, 110, 124, 212, 118, 98, 152, 24, 226, 246, 84, 252, 238, 42, 176, 128, 154, 254, 172,
  164, 230, 114, 72, 104, 210, 134, 132, 204,
];
const BILINEAR_9 = [
  10, 70, 143, 111, 171, 162, 74, 99, 133, 55, 214, 173, 100, 216, 230, 53, 186, 125, 110, 237, 189,
  164, 199, 156, 76, 128, 180, 150, 105, 114,
];
