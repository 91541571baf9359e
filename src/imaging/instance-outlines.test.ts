import { expect, it } from 'vitest';
import { readLabels } from './ascii-mask.ts';
import { BLOBS } from './fixtures/blobs.ts';
import { instanceEulerNumbers, instancePerimeters } from './instance-outlines.ts';

it('measures perimeters as scikit-image does', () => {
  const perimeters = instancePerimeters(BLOBS);
  expect(perimeters[1]).toBeCloseTo(9.414214, 5);
  expect(perimeters[2]).toBeCloseTo(58.591883, 5);
});

it('counts pieces less holes', () => {
  const labels = readLabels(`
    111.22...
    1.1.2.2.3
    111.22.3.
  `);
  expect([...instanceEulerNumbers(labels)]).toEqual([0, 0, 0, 1]);
  expect([...instanceEulerNumbers(readLabels('1.1'))]).toEqual([0, 2]);
});

it('takes a single pixel for a point, and an empty map for nothing', () => {
  expect([...instancePerimeters(readLabels('1'))]).toEqual([0, 0]);
  expect(instancePerimeters(readLabels('..'))).toHaveLength(1);
});
