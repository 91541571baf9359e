import { expect, it } from 'vitest';
import { measureInstances } from './sample-measures.ts';

const cell = (area: number, eccentricity: number, touchesBorder = false) => ({
  area,
  eccentricity,
  touchesBorder,
});

it('counts, and takes medians', () => {
  const cells = [cell(30, 0.9, true), cell(10, 0.1), cell(20, 0.2)];
  expect(measureInstances(cells, { width: 10, height: 12 })).toEqual({
    cells: 3,
    onBorder: 1,
    medianArea: 20,
    medianEccentricity: 0.2,
    coverage: 0.5,
  });
  const even = measureInstances(cells.slice(0, 2), { width: 10, height: 10 });
  expect([even.medianArea, even.medianEccentricity]).toEqual([20, 0.5]);
});

it('has no medians of nothing', () => {
  expect(measureInstances([], { width: 4, height: 4 })).toEqual({
    cells: 0,
    onBorder: 0,
    medianArea: null,
    medianEccentricity: null,
    coverage: 0,
  });
});
