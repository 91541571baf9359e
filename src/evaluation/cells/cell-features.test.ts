import { expect, it } from 'vitest';
import { MEASURED_LEVELS, MEASURED_OBJECTS } from '../../imaging/fixtures/measured-objects.ts';
import { drawLabels } from '../fixtures/draw-labels.ts';
import { cellFeatures } from './cell-features.ts';

const image = { ...MEASURED_LEVELS, largestValue: 64 };

it('measures size, shape, intensity and texture of every cell', () => {
  const [ellipse, ring] = cellFeatures(MEASURED_OBJECTS, image);
  // Area, perimeter, hull and levels by scikit-image, SciPy and NumPy.
  expect(ellipse.area).toBe(203);
  expect(ellipse.solidity).toBeCloseTo(203 / 213, 12);
  expect(ellipse.formFactor).toBeCloseTo((4 * Math.PI * 203) / 50.62741699796952 ** 2, 10);
  expect(ellipse.intensity).toBeCloseTo(32.09852216748769 / 64, 10);
  expect(ellipse.variation).toBeCloseTo(18.31901614431883 / 32.09852216748769, 10);
  expect(ellipse.correlation).toBeCloseTo(0.2580645678954879, 10);
  expect(ring.formFactor).toBeLessThan(ellipse.formFactor);
  expect(ring.solidity).toBeLessThan(ellipse.solidity);
});

it('has no form factor and no texture of a single pixel', () => {
  const pixel = cellFeatures(MEASURED_OBJECTS, image).at(-1)!;
  expect(pixel).toMatchObject({ area: 1, formFactor: Number.NaN, correlation: Number.NaN });
});

it('leaves out cells that the border cuts, and finds none in an empty map', () => {
  const cut = drawLabels(50, 40, [
    [1, 0, 5, 10, 15],
    [2, 10, 15, 10, 15],
  ]);
  expect(cellFeatures(cut, image).map(({ area }) => area)).toEqual([25]);
  expect(cellFeatures(drawLabels(50, 40, []), image)).toEqual([]);
});
