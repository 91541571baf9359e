import { expect, it } from 'vitest';
import { readLabels } from './ascii-mask.ts';
import { BLOBS } from './fixtures/blobs.ts';
import { instanceMoments } from './instance-moments.ts';

it('fits ellipses as scikit-image does', () => {
  const ellipse = instanceMoments(BLOBS).get(2)?.ellipse();
  expect(ellipse?.major).toBeCloseTo(18.527231562718068, 9);
  expect(ellipse?.minor).toBeCloseTo(9.92608250468787, 9);
  expect(ellipse?.orientation).toBeCloseTo(-1.4116946062264812, 9);
});

it('takes a single pixel for a point', () => {
  const ellipse = instanceMoments(readLabels('1')).get(1)?.ellipse();
  expect(ellipse).toEqual({ major: 0, minor: 0, eccentricity: 0, orientation: 0 });
});
