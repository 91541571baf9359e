import { expect, it } from 'vitest';
import { luminance } from './luminance.ts';

it('weighs colours in the range of the image', () => {
  const white = { width: 1, height: 1, channels: 3, data: Float32Array.of(65535, 65535, 65535) };
  expect(luminance(white)[0]).toBeCloseTo(65535, 0);
  const red = { width: 1, height: 1, channels: 4, data: Float32Array.of(1, 0, 0, 1) };
  expect(luminance(red)[0]).toBeCloseTo(0.2125, 6);
});

it('takes grey as it is', () => {
  const grey = { width: 2, height: 1, channels: 1, data: Float32Array.of(3, 4) };
  expect([...luminance(grey)]).toEqual([3, 4]);
});
