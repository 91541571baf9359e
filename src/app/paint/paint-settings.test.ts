import { expect, it } from 'vitest';
import { LARGEST_BRUSH, SMALLEST_BRUSH, stepSize } from './paint-settings.ts';

it('steps by pixels, then by tenths, between the ends', () => {
  expect(stepSize(3, 1)).toBe(4);
  expect(stepSize(40, 1)).toBe(44);
  expect(stepSize(1, -1)).toBe(SMALLEST_BRUSH);
  expect(stepSize(199, 1)).toBe(LARGEST_BRUSH);
});
