import { expect, it } from 'vitest';
import { addImages } from './add-images.ts';

const grey = (...levels: number[]) => ({
  width: levels.length,
  height: 1,
  channels: 1 as const,
  data: Uint8Array.from(levels),
});
const rgb = (...levels: number[]) => ({
  ...grey(...levels),
  width: levels.length / 3,
  channels: 3 as const,
});

it('adds each channel and stops at 255', () => {
  expect(addImages(grey(0, 100, 200), grey(5, 100, 100))).toEqual(grey(5, 200, 255));
  expect(addImages(rgb(1, 2, 3), rgb(250, 254, 1))).toEqual(rgb(251, 255, 4));
});

it('repeats grey beside RGB', () => {
  expect(addImages(grey(10, 250), rgb(0, 1, 2, 3, 4, 9))).toEqual(rgb(10, 11, 12, 253, 254, 255));
});

it('refuses other sizes and alpha', () => {
  expect(() => addImages(grey(1), grey(1, 2))).toThrow('different sizes');
  const alpha = { ...grey(1, 2), width: 1, channels: 2 as const };
  expect(() => addImages(grey(1), alpha)).toThrow('Only grey and RGB');
});
