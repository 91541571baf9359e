import { expect, it } from 'vitest';
import { splitMask } from './split-mask.ts';

it('tells the objects of a 0/255 mask apart, and leaves maps of ids to themselves', () => {
  const map = (...data: number[]) => {
    return { width: data.length, height: 1, bits: 8, data: Int32Array.from(data) };
  };
  expect([...(splitMask(map(255, 0, 255, 255))?.data ?? [])]).toEqual([1, 0, 2, 2]);
  expect(splitMask(map(0, 1, 1))).toBeNull();
  expect(splitMask(map(0, 255, 254))).toBeNull();
  expect(splitMask(map(0, 0))).toBeNull();
});
