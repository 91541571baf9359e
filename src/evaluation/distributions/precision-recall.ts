import type { FeatureTable } from './feature-table.ts';

/** Squared distance between a row of one table and a row of another. */
function squaredDistance(a: FeatureTable, i: number, b: FeatureTable, j: number): number {
  let sum = 0;
  for (let k = 0; k < a.columns; k++) {
    sum += (a.data[i * a.columns + k] - b.data[j * b.columns + k]) ** 2;
  }
  return sum;
}

/** Squared distances of every row to its `neighbours`-th nearest other row. */
function neighbourhoods(table: FeatureTable, neighbours: number): Float64Array {
  const distances = new Float64Array(table.rows);
  return Float64Array.from({ length: table.rows }, (_, row) => {
    for (let other = 0; other < table.rows; other++) {
      distances[other] = squaredDistance(table, row, table, other);
    }
    // The nearest is the row itself.
    return distances.slice().sort()[Math.min(neighbours, table.rows - 1)];
  });
}

/** Share of the probes that lie in the neighbourhood of any row of the manifold. */
function coveredShare(manifold: FeatureTable, probes: FeatureTable, neighbours: number): number {
  const reach = neighbourhoods(manifold, neighbours);
  let covered = 0;
  for (let probe = 0; probe < probes.rows; probe++) {
    for (let row = 0; row < manifold.rows; row++) {
      if (squaredDistance(manifold, row, probes, probe) > reach[row]) continue;
      covered += 1;
      break;
    }
  }
  return covered / probes.rows;
}

/** How much of one distribution lies within the other. */
export interface PrecisionRecall {
  /** Share of the generated rows within the real ones. */
  precision: number;
  /** Share of the real rows within the generated ones. */
  recall: number;
}

/**
 * Improved precision and recall (Kynkäänniemi et al. 2019) as StyleGAN's `pr` metric: a row lies within a set when it
 * is no farther from any row of it than that row's `neighbours`-th neighbour. Time grows with the square of the rows.
 * @returns NaN when either is empty.
 */
export function precisionRecall(
  real: FeatureTable,
  generated: FeatureTable,
  neighbours = 3,
): PrecisionRecall {
  if (real.rows === 0 || generated.rows === 0) return { precision: Number.NaN, recall: Number.NaN };
  return {
    precision: coveredShare(real, generated, neighbours),
    recall: coveredShare(generated, real, neighbours),
  };
}
