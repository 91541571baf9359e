import { expect, it } from 'vitest';
import { cropByOne, padByOne } from './padding.ts';

it('puts a wall around an image and takes it away', () => {
  const padded = padByOne([1, 2, 3, 4], 2, new Int32Array(16));
  expect([...padded]).toEqual([0, 0, 0, 0, 0, 1, 2, 0, 0, 3, 4, 0, 0, 0, 0, 0]);
  expect([...cropByOne(padded, 2, new Int32Array(4))]).toEqual([1, 2, 3, 4]);
});
