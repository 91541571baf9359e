import { expect, it } from 'vitest';
import { comparisonOfSets } from '../evaluation/benchmark/comparison-of-sets.ts';
import { CELL_FEATURES, type CellFeatures } from '../evaluation/cells/cell-features.ts';
import { SMALL_BENCHMARK } from '../evaluation/fixtures/small-benchmark.ts';
import { agreementLines } from './agreement-lines.ts';

const cellsOf = (values: readonly number[]) =>
  values.map(
    (value, at) =>
      Object.fromEntries(CELL_FEATURES.map((name, by) => [name, value + at * by])) as CellFeatures,
  );

it('says whether sets agree and how far apart they are', () => {
  const cells = [cellsOf([1, 2, 4, 9]), cellsOf([3, 4, 6, 11])];
  const comparison = comparisonOfSets(SMALL_BENCHMARK.sets, cells, 0);
  const lines = agreementLines({ ...SMALL_BENCHMARK, comparison });
  expect(lines[0]).toMatch(/Kendall's tau 1\.000 \(.*\), Spearman's rho 1\.000/);
  expect(lines[1]).toContain('cells of synthetic <squares> and real <squares>: Fréchet distance');
  expect(lines[2]).toMatch(/^ {2}area +Wasserstein-1 2\.000, 0\.\d+ standard deviations/);
  expect(lines).toHaveLength(2 + CELL_FEATURES.length);
});

it('says nothing of a single set', () => {
  const [set] = SMALL_BENCHMARK.sets;
  expect(comparisonOfSets([set], [[]], 0)).toBeNull();
  expect(agreementLines({ ...SMALL_BENCHMARK, sets: [set] })).toEqual([]);
});
