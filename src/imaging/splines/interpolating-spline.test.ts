import { expect, it } from 'vitest';
import { largestDistance, SCIPY } from '../scipy-values.ts';
import { interpolateSpline } from './interpolating-spline.ts';

const { rows, columns, values, ends, atRows, atColumns, splines } = SCIPY.blocks;
const sites = Float64Array.from(rows);
const curves = values.map((row) => Float64Array.from(row));

function transposed(table: Float64Array[]): Float64Array[] {
  return Array.from(table[0], (_, column) => Float64Array.from(table, (row) => row[column]));
}

it.each([1, 2, 3] as const)('is the surface of FITPACK of degree %i', (degree) => {
  const down = interpolateSpline(sites, ends[0], degree, curves, Float64Array.from(atRows));
  const surface = transposed(
    interpolateSpline(
      Float64Array.from(columns),
      ends[1],
      degree,
      transposed(down),
      Float64Array.from(atColumns),
    ),
  );
  const expected = splines[degree].flat();
  expect(
    largestDistance(
      surface.flatMap((row) => [...row]),
      expected,
    ),
  ).toBeLessThan(1e-9);
});

it('goes through its sites, and keeps the value of its ends beyond them', () => {
  const at = interpolateSpline(sites, ends[0], 3, curves, sites);
  at.forEach((row, i) => {
    expect(largestDistance(row, values[i])).toBeLessThan(1e-12);
  });
  const [before, end] = interpolateSpline(sites, ends[0], 3, curves, Float64Array.of(-5, 0.5));
  expect(before).toEqual(end);
});
