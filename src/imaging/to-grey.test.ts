import { expect, it } from 'vitest';
import { toGrey } from './to-grey.ts';

// Reference levels: Pillow 9.4, Image.convert('L').
it('weighs colours as Pillow does', () => {
  const data = Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 10, 20, 30, 255, 255, 255, 1, 2, 3);
  expect([...toGrey({ width: 6, height: 1, channels: 3, data }).data]).toEqual([
    76, 150, 29, 18, 255, 2,
  ]);
});

it('drops alpha', () => {
  const rgba = { width: 1, height: 1, channels: 4 as const, data: Uint8Array.of(255, 0, 0, 0) };
  expect([...toGrey(rgba).data]).toEqual([76]);
  const greyAlpha = {
    width: 2,
    height: 1,
    channels: 2 as const,
    data: Uint8Array.of(9, 0, 8, 255),
  };
  expect([...toGrey(greyAlpha).data]).toEqual([9, 8]);
});
