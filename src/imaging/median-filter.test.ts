import { expect, it } from 'vitest';
import { medianFilter } from './median-filter.ts';

it('takes medians as SciPy does', () => {
  const levels = Uint8Array.of(1, 0, 2, 8, 9, 9, 0, 3, 7, 9, 4, 0, 5, 5, 6, 0, 0, 1);
  expect([...medianFilter(levels, 6, 3)]).toEqual([
    1, 1, 3, 8, 9, 9, 1, 3, 5, 6, 4, 1, 5, 5, 5, 4, 0, 1,
  ]);
});

it('takes one pixel and 16 bits', () => {
  expect([...medianFilter(Uint16Array.of(40000), 1, 1, 2)]).toEqual([40000]);
});
