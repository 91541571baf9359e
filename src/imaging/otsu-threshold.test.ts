import { expect, it } from 'vitest';
import { binarise } from './binarise.ts';
import { otsuThreshold } from './otsu-threshold.ts';

const NOISE = [
  82, 45, 60, 58, 75, 74, 61, 63, 51, 40, 56, 61, 72, 72, 56, 56, 49, 45, 42, 79, 54, 55, 47, 67,
  43, 57, 51, 63, 54, 48, 59, 64, 60, 63, 53, 56, 53, 56, 51, 42, 61, 55, 43, 64, 50, 60, 67, 61,
  71, 47, 64, 53, 51, 54, 56, 60, 48, 69, 64, 44, 74, 78, 71, 58,
];

// Reference: skimage.filters.threshold_otsu 0.19.
it.each([
  { levels: [10, 10, 12, 200, 210, 205], threshold: 12 },
  { levels: [5, 5, 9, 9], threshold: 5 },
  { levels: NOISE, threshold: 58 },
  { levels: [7, 7, 7], threshold: 7 },
])('gives $threshold', ({ levels, threshold }) => {
  const image = {
    width: levels.length,
    height: 1,
    channels: 1 as const,
    data: Uint8Array.from(levels),
  };
  expect(otsuThreshold(image)).toBe(threshold);
});

it('is one below the threshold of binarise', () => {
  const data = Uint8Array.of(10, 10, 12, 200, 210, 205);
  const image = { width: 6, height: 1, channels: 1 as const, data };
  expect([...binarise(image, otsuThreshold(image) + 1).data]).toEqual([0, 0, 0, 255, 255, 255]);
});
