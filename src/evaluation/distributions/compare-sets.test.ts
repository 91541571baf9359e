import { describe, expect, it } from 'vitest';
import { RandomState } from '../../random/random-state.ts';
import { CELL_FEATURES, type CellFeatures } from '../cells/cell-features.ts';
import { compareSets } from './compare-sets.ts';

/** Cells with features around 1, the area moved. */
function cells(seed: number, count: number, larger = 0): CellFeatures[] {
  const state = new RandomState(seed);
  return Array.from({ length: count }, () => {
    const values = CELL_FEATURES.map((feature) => [feature, state.normal(1, 0.1)]);
    const drawn = Object.fromEntries(values) as CellFeatures;
    return { ...drawn, area: drawn.area + larger };
  });
}

const named = (name: string, list: readonly CellFeatures[]) => ({ name, cells: list });

describe('compareSets', () => {
  const alike = compareSets(named('made', cells(1, 120)), named('drawn', cells(2, 150)), 0);
  const larger = compareSets(named('made', cells(1, 120, 1)), named('drawn', cells(2, 150)), 0);

  it('measures every feature in its own unit and in that of the real set', () => {
    expect(larger.features.map(({ feature }) => feature)).toEqual([...CELL_FEATURES]);
    const [area, ...others] = larger.features;
    expect(area.wasserstein).toBeCloseTo(1, 1);
    expect(area.standardised!).toBeGreaterThan(8);
    for (const { standardised } of others) expect(standardised!).toBeLessThan(0.5);
  });

  it('tells sets apart by all features at once', () => {
    expect(larger.frechet!).toBeGreaterThan(alike.frechet! + 50);
    expect(larger.kernel!).toBeGreaterThan(alike.kernel!);
    expect(alike.precision!).toBeGreaterThan(0.5);
    expect([larger.precision, larger.recall]).toEqual([0, 0]);
    expect(alike).toMatchObject({
      synthetic: 'made',
      real: 'drawn',
      syntheticCells: 120,
      realCells: 150,
    });
  });

  it('leaves cells without a feature out of where it is needed', () => {
    const some = cells(1, 50).map((cell, at) =>
      at < 10 ? { ...cell, formFactor: Number.NaN } : cell,
    );
    const { features, frechet } = compareSets(named('a', some), named('b', cells(2, 50)), 0);
    expect(features.every(({ wasserstein }) => Number.isFinite(wasserstein))).toBe(true);
    expect(Number.isFinite(frechet)).toBe(true);
  });

  it('has no figures where there are no cells, and survives JSON', () => {
    const nothing = compareSets(named('a', []), named('b', cells(1, 3)), 0);
    expect(nothing).toMatchObject({ frechet: null, kernel: null, precision: null, recall: null });
    expect(nothing.features[0]).toEqual({ feature: 'area', wasserstein: null, standardised: null });
    expect(JSON.parse(JSON.stringify(nothing))).toEqual(nothing);
    expect(JSON.parse(JSON.stringify(alike))).toEqual(alike);
  });
});
