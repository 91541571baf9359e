import { expect, it } from 'vitest';
import { outlinesOf } from './outlines.ts';

it('runs along the pixel edges of every instance, but not along the border', () => {
  const rows = ['1100', '1122', '0022'];
  const labels = {
    width: 4,
    height: 3,
    data: Uint16Array.from(rows.join(''), Number),
  };
  const outlines = outlinesOf(labels);
  expect([...outlines.keys()].sort()).toEqual([1, 2]);
  expect(outlines.get(1)).toBe('M0 2h2M2 0v1M2 1v1');
  expect(outlines.get(2)).toBe('M2 1h2M2 1v1M2 2v1');
  expect(outlinesOf(labels)).toBe(outlines);
});
