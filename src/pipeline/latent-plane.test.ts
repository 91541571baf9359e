import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleRecipe } from './fixtures/example-recipe.ts';
import { planeBlend, planePoint, planePosition, seedAt } from './latent-plane.ts';
import { queryToRecipe, recipeToQuery } from './recipe-url.ts';

/** Positions at a thousandth within the plane, each of another place. */
const positions = fc.record({
  x: fc.integer({ min: 0, max: 99_999 }).map((x) => x / 1000),
  y: fc.integer({ min: 0, max: 42_949_671_000 }).map((y) => y / 1000),
});

describe('the latent plane', () => {
  it('has the seeds of the visualizer at whole positions', () => {
    expect(seedAt(3, 2)).toBe(203);
    expect(seedAt(-1, 0)).toBe(4_294_967_295);
    expect(seedAt(0, -1)).toBe(4_294_967_196);
    expect(planeBlend(7, 0)).toEqual([{ seed: 7, weight: 1 }]);
  });

  it('mixes the four neighbours bilinearly', () => {
    expect(planeBlend(5.25, 1.5)).toEqual([
      { seed: 105, weight: 0.375 },
      { seed: 106, weight: 0.125 },
      { seed: 205, weight: 0.375 },
      { seed: 206, weight: 0.125 },
    ]);
  });

  it('is named after the nearest seed', () => {
    expect(planePoint({ x: 5.4, y: 0 })).toMatchObject({ seed: 5 });
    expect(planePoint({ x: 5.6, y: 0.7 })).toMatchObject({ seed: 106 });
    expect(planePoint({ x: 6, y: 1 })).toEqual({ seed: 106, blend: [] });
  });

  it('has weights that add up to 1', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), positions, (x, { y }) => {
        const sum = planeBlend(x, y).reduce((total, { weight }) => total + weight, 0);
        expect(sum).toBeCloseTo(1, 12);
      }),
    );
  });

  it('finds a position again from its sample', () => {
    fc.assert(
      fc.property(positions, (position) => {
        const found = planePosition(planePoint(position));
        expect(found?.x).toBeCloseTo(position.x, 9);
        expect(found?.y).toBeCloseTo(position.y, 6);
      }),
    );
  });

  it('finds it again from a link, wherever it was dragged to', () => {
    const { version, maskModel, imageModel, ...defaults } = exampleRecipe;
    fc.assert(
      fc.property(
        fc.double({ min: -1e4, max: 1e4, noNaN: true }),
        fc.double({ min: -1e4, max: 1e4, noNaN: true }),
        (x, y) => {
          const point = planePoint({ x, y });
          const query = recipeToQuery({ ...defaults, ...point }, defaults);
          const read = queryToRecipe(query, defaults);
          expect(read.blend).toEqual(point.blend);
          const found = planePosition(read);
          expect(found && planePoint(found)).toEqual(point);
        },
      ),
    );
  });

  it('has no place for other blends', () => {
    const blend = (...parts: [seed: number, weight: number][]) =>
      planePosition({ seed: 5, blend: parts.map(([seed, weight]) => ({ seed, weight })) });
    expect(blend([5, 0.5], [7, 0.5])).toBeNull();
    expect(blend([5, 0.5], [6, 0.4])).toBeNull();
    expect(blend([5, 0.4], [6, 0.2], [105, 0.2], [106, 0.2])).toBeNull();
    expect(blend([5, -0.2], [6, 1.2])).toBeNull();
    expect(blend([5, 0.5], [105, 0.5])).toEqual({ x: 5, y: 0.5 });
  });
});
