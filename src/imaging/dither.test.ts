import { expect, it } from 'vitest';
import { dither } from './dither.ts';

it('dithers as Pillow does', () => {
  const data = Uint8Array.of(
    ...[10, 60, 128, 129, 200, 250],
    ...[30, 90, 120, 140, 180, 240],
    ...[127, 127, 127, 127, 127, 127],
  );
  const dots = dither({ width: 6, height: 3, channels: 1, data }).data;
  expect([...dots].map((dot) => dot / 255)).toEqual([
    ...[0, 0, 1, 0, 1, 1],
    ...[0, 0, 1, 0, 1, 1],
    ...[1, 0, 1, 0, 1, 0],
  ]);
});

it('keeps the mean level of an even image', () => {
  const data = new Uint8Array(64 * 64).fill(96);
  const dots = dither({ width: 64, height: 64, channels: 1, data }).data;
  const mean = dots.reduce((sum, dot) => sum + dot, 0) / dots.length;
  expect(Math.abs(mean - 96)).toBeLessThan(3);
});
