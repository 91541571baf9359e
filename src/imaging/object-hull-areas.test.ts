import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MEASURED_OBJECTS } from './fixtures/measured-objects.ts';
import { objectHullAreas } from './object-hull-areas.ts';

it("gives the areas of SciPy's ConvexHull of the pixels' corners", () => {
  expect([...objectHullAreas(MEASURED_OBJECTS)].sort(([a], [b]) => a - b)).toEqual([
    [3, 213],
    [7, 387],
    [9, 25.5],
    [12, 1],
  ]);
});

it('is never less than the object and never more than its box', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 36, maxLength: 36 }), (pixels) => {
      const data = Uint16Array.from(pixels, (inside) => (inside ? 5 : 0));
      const area = pixels.filter(Boolean).length;
      const hull = objectHullAreas({ width: 6, height: 6, data }).get(5) ?? 0;
      const columns = pixels.flatMap((inside, at) => (inside ? [at % 6] : []));
      const rows = pixels.flatMap((inside, at) => (inside ? [Math.floor(at / 6)] : []));
      const side = (values: number[]) =>
        values.length > 0 ? Math.max(...values) - Math.min(...values) + 1 : 0;
      expect(hull).toBeGreaterThanOrEqual(area);
      expect(hull).toBeLessThanOrEqual(side(columns) * side(rows));
    }),
  );
});
