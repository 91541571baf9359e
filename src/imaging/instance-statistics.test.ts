import { expect, it } from 'vitest';
import { readLabels } from './ascii-mask.ts';
import { instanceStatistics } from './instance-statistics.ts';

// Reference: skimage.measure.regionprops 0.19 on the same drawing.
it('measures what regionprops measures', () => {
  const labels = readLabels(`
    11....22
    1111..22
    .11.....
    ....333.
    4...3.3.
    ....333.
    .5555555
  `);
  const shapes = instanceStatistics(labels);
  expect(shapes.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
  expect(shapes.map(({ area }) => area)).toEqual([8, 4, 8, 1, 7]);
  expect(shapes.map(({ box }) => box)).toEqual([
    [0, 0, 4, 3],
    [6, 0, 2, 2],
    [4, 3, 3, 3],
    [0, 4, 1, 1],
    [1, 6, 7, 1],
  ]);
  expect(shapes.map(({ centroid }) => centroid)).toEqual([
    [1.25, 1],
    [6.5, 0.5],
    [5, 4],
    [0, 4],
    [4, 6],
  ]);
  const eccentricities = [0.7950972173652757, 0, 0, 0, 1];
  for (const [i, { eccentricity }] of shapes.entries()) {
    expect(eccentricity).toBeCloseTo(eccentricities[i], 12);
  }
  expect(shapes.map(({ touchesBorder }) => touchesBorder)).toEqual([true, true, false, true, true]);
});

it('gives nothing for an empty map', () => {
  expect(instanceStatistics(readLabels('..\n..'))).toEqual([]);
});
