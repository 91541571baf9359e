import { expect, it } from 'vitest';
import { MEASURED_LEVELS, MEASURED_OBJECTS } from './fixtures/measured-objects.ts';
import { objectIntensities } from './object-intensities.ts';

// Computed with NumPy from the definitions.
it.each([
  [3, 32.09852216748769, 18.31901614431883, 0.2580645678954879],
  [7, 32.26449275362319, 18.228589985477296, 0.24205502260934186],
  [9, 28.714285714285715, 18.294268832310394, 0.30206578027693237],
])('measures object %d', (id, mean, deviation, correlation) => {
  const measured = objectIntensities(MEASURED_OBJECTS, MEASURED_LEVELS).get(id)!;
  expect(measured.mean).toBeCloseTo(mean, 10);
  expect(measured.deviation).toBeCloseTo(deviation, 10);
  expect(measured.neighbourCorrelation).toBeCloseTo(correlation, 10);
});

it('has no texture for a single pixel, and averages channels', () => {
  expect(objectIntensities(MEASURED_OBJECTS, MEASURED_LEVELS).get(12)).toEqual({
    mean: 59,
    deviation: 0,
    neighbourCorrelation: Number.NaN,
  });
  const labels = { width: 2, height: 1, data: Uint16Array.of(1, 1) };
  const image = { width: 2, height: 1, channels: 2, data: Float32Array.of(0, 2, 2, 6) };
  expect(objectIntensities(labels, image).get(1)).toEqual({
    mean: 2.5,
    deviation: 1.5,
    neighbourCorrelation: -1,
  });
});
