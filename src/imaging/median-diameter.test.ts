import { expect, it } from 'vitest';
import { medianDiameter } from './median-diameter.ts';

const diameterOf = (ids: number[]) =>
  medianDiameter({ width: ids.length, height: 1, data: Uint16Array.from(ids) });

it('is that of a circle of the median object’s area', () => {
  const areas = (...counts: number[]) => counts.flatMap((count, i) => Array(count).fill(3 * i + 1));
  expect(diameterOf(areas(4, 9, 100))).toBeCloseTo(Math.sqrt((4 * 9) / Math.PI), 6);
  expect(diameterOf(areas(4, 16))).toBeCloseTo((2 * 3) / Math.sqrt(Math.PI), 6);
});

it('is nothing without objects', () => {
  expect(diameterOf([0, 0])).toBe(0);
});
