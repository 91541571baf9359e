import { describe, expect, it } from 'vitest';
import { readLabels } from './ascii-mask.ts';
import { instanceHullAreas } from './instance-hulls.ts';
import { instanceMoments } from './instance-moments.ts';
import { instanceEulerNumbers, instancePerimeters } from './instance-outlines.ts';

const BLOBS = readLabels(`
  11..................
  111.................
  111................2
  111...222.......2222
  .....222222.....2222
  ......2222222..22222
  .......222222..22222
  ..........2222222222
  ........222222222222
  .......2222222....22
  .....22222222.....22
  ...2222222222.....22
`);

describe('shapes of instances', () => {
  // References: skimage.measure.regionprops 0.19.3.
  it('measures outlines and hulls as scikit-image does', () => {
    const perimeters = instancePerimeters(BLOBS);
    expect(perimeters[1]).toBeCloseTo(9.414214, 5);
    expect(perimeters[2]).toBeCloseTo(58.591883, 5);
    expect([...instanceHullAreas(BLOBS)]).toEqual([
      [1, 11],
      [2, 149],
    ]);
  });

  it('fits ellipses as scikit-image does', () => {
    const ellipse = instanceMoments(BLOBS).get(2)?.ellipse();
    expect(ellipse?.major).toBeCloseTo(18.527231562718068, 9);
    expect(ellipse?.minor).toBeCloseTo(9.92608250468787, 9);
    expect(ellipse?.orientation).toBeCloseTo(-1.4116946062264812, 9);
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

  it('takes a single pixel for a point', () => {
    const point = readLabels('1');
    expect([...instancePerimeters(point)]).toEqual([0, 0]);
    expect(instanceHullAreas(point).get(1)).toBe(1);
    const ellipse = instanceMoments(point).get(1)?.ellipse();
    expect(ellipse).toEqual({ major: 0, minor: 0, eccentricity: 0, orientation: 0 });
  });

  it('finds nothing in an empty map', () => {
    const empty = readLabels('..');
    expect(instancePerimeters(empty)).toHaveLength(1);
    expect(instanceHullAreas(empty).size).toBe(0);
  });
});
