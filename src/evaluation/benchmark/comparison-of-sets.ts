import type { BenchmarkSet } from '../benchmark-results.ts';
import type { CellFeatures } from '../cells/cell-features.ts';
import { compareSets } from '../distributions/compare-sets.ts';
import type { SetComparison } from '../distributions/set-comparison.ts';

/**
 * How far the cells of the first synthetic set are from those of the first real one; null when there are not both.
 * @param cells By place of the set.
 * @param seed Of the subsets of the kernel distance.
 */
export function comparisonOfSets(
  sets: readonly Pick<BenchmarkSet, 'name' | 'kind'>[],
  cells: readonly (readonly CellFeatures[])[],
  seed: number,
): SetComparison | null {
  const [synthetic, real] = (['synthetic', 'real'] as const).map((kind) => {
    const set = sets.findIndex((each) => each.kind === kind);
    return set < 0 ? null : { name: sets[set].name, cells: cells[set] };
  });
  return synthetic && real ? compareSets(synthetic, real, seed) : null;
}
