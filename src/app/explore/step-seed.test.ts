import { expect, it } from 'vitest';
import { stepSeed } from './step-seed.ts';

it('steps through the grid, and by number outside of it or past its ends', () => {
  const grid = [1, 2, 3, 205, 7];
  expect(stepSeed(3, grid, 1)).toBe(205);
  expect(stepSeed(205, grid, -1)).toBe(3);
  expect(stepSeed(7, grid, 1)).toBe(8);
  expect(stepSeed(1, grid, -1)).toBe(0);
  expect(stepSeed(50, grid, 1)).toBe(51);
  expect(stepSeed(0, [], -1)).toBe(0);
  expect(stepSeed(2 ** 32 - 1, [], 1)).toBe(2 ** 32 - 1);
});
