import { expect, it } from 'vitest';
import { percentiles } from './percentiles.ts';

it('lie between ranks as NumPy’s do', () => {
  expect(percentiles(Float32Array.of(4, 1, 3, 2), [0, 50, 90, 100])).toEqual([
    1,
    2.5,
    expect.closeTo(3.7, 6),
    4,
  ]);
  expect(percentiles(Float32Array.of(7), [1, 99])).toEqual([7, 7]);
});
