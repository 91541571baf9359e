import { expect, it } from 'vitest';
import { MEASURED_OBJECTS } from './fixtures/measured-objects.ts';
import { objectPerimeters } from './object-perimeters.ts';

it("gives scikit-image's perimeters, holes included", () => {
  const perimeters = objectPerimeters(MEASURED_OBJECTS);
  expect(perimeters[3]).toBeCloseTo(50.62741699796952, 10);
  expect(perimeters[7]).toBeCloseTo(104.49747468305833, 10);
  expect(perimeters[9]).toBeCloseTo(16.207106781186546, 10);
  expect(perimeters[12]).toBe(0);
  expect(perimeters[1]).toBe(0);
});
