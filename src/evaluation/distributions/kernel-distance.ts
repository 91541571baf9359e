import { RandomState } from '../../random/random-state.ts';
import { type FeatureTable, selectRows } from './feature-table.ts';

/** Sum of `(x · y / columns + 1)³` over rows of one and of the other, without those at the same place if asked. */
function kernelSum(a: FeatureTable, b: FeatureTable, withDiagonal: boolean): number {
  const { columns } = a;
  let sum = 0;
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < b.rows; j++) {
      if (!withDiagonal && i === j) continue;
      let product = 0;
      for (let k = 0; k < columns; k++) {
        product += a.data[i * columns + k] * b.data[j * columns + k];
      }
      sum += (product / columns + 1) ** 3;
    }
  }
  return sum;
}

/**
 * Squared maximum mean discrepancy of two tables of as many rows, with the cubic polynomial kernel of the KID
 * (Bińkowski et al. 2018), unbiased: below 0 for samples of the same distribution about half of the time.
 * @returns NaN for fewer than two rows.
 */
export function polynomialDiscrepancy(a: FeatureTable, b: FeatureTable): number {
  const { rows } = a;
  const within = kernelSum(a, a, false) + kernelSum(b, b, false);
  return (within / (rows - 1) - (2 * kernelSum(a, b, true)) / rows) / rows;
}

/** How a kernel distance is estimated. */
export interface KernelDistanceOptions {
  /** Draws of subsets, whose discrepancies are averaged. @default 100 */
  subsets?: number;
  /** Rows of a subset; fewer where there are fewer. @default 1000 */
  subsetSize?: number;
  /** Of NumPy's `RandomState`. @default 0 */
  seed?: number;
}

/**
 * Kernel distance as StyleGAN's `kernel_inception_distance` computes it: the mean discrepancy of random subsets of the
 * same size, first the generated rows being drawn, then the real ones.
 * @returns NaN when either has fewer than two rows.
 */
export function kernelDistance(
  real: FeatureTable,
  generated: FeatureTable,
  options: KernelDistanceOptions = {},
): number {
  const { subsets = 100, subsetSize = 1000, seed = 0 } = options;
  const size = Math.min(real.rows, generated.rows, subsetSize);
  if (size < 2) return Number.NaN;
  const state = new RandomState(seed);
  let sum = 0;
  for (let subset = 0; subset < subsets; subset++) {
    const ofGenerated = state.choice(generated.rows, size, { replace: false });
    const ofReal = state.choice(real.rows, size, { replace: false });
    sum += polynomialDiscrepancy(selectRows(generated, ofGenerated), selectRows(real, ofReal));
  }
  return sum / subsets;
}
