import { CELL_FEATURES, type CellFeatures } from '../cells/cell-features.ts';
import { wassersteinDistance } from '../wasserstein.ts';
import { featureMoments } from './feature-moments.ts';
import { type FeatureTable, featureTable } from './feature-table.ts';
import { frechetDistance } from './frechet-distance.ts';
import { kernelDistance } from './kernel-distance.ts';
import { precisionRecall } from './precision-recall.ts';
import type { FeatureDistance, SetComparison } from './set-comparison.ts';
import { standardise } from './standardise.ts';

/** Cells of a set. */
export interface MeasuredCells {
  name: string;
  cells: readonly CellFeatures[];
}

/** Rows that the neighbourhoods of precision and recall are made of, evenly taken, as their time grows with the square. */
const MOST_NEIGHBOURS = 2000;
/** Estimates the kernel distance to a few percent within a second. */
const KERNEL_OPTIONS = { subsets: 20, subsetSize: 500 };

const finite = (values: readonly number[]) => values.filter(Number.isFinite);
const nullIfNone = (value: number) => (Number.isNaN(value) ? null : value);

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

function featureDistances(synthetic: MeasuredCells, real: MeasuredCells): FeatureDistance[] {
  return CELL_FEATURES.map((feature) => {
    const [made, drawn] = [synthetic, real].map(({ cells }) =>
      finite(cells.map((cell) => cell[feature])),
    );
    const wasserstein = nullIfNone(wassersteinDistance(made, drawn));
    const unit = drawn.length > 0 ? deviation(drawn) : 0;
    const standardised = wasserstein !== null && unit > 0 ? wasserstein / unit : null;
    return { feature, wasserstein, standardised };
  });
}

/** Rows of the cells that have all features. */
function completeRows({ cells }: MeasuredCells): FeatureTable {
  const rows = cells.map((cell) => CELL_FEATURES.map((feature) => cell[feature]));
  return featureTable(rows.filter((row) => row.every(Number.isFinite)));
}

function thinned({ rows, columns, data }: FeatureTable): FeatureTable {
  const step = Math.max(1, rows / MOST_NEIGHBOURS);
  const places = Array.from({ length: Math.min(rows, MOST_NEIGHBOURS) }, (_, at) =>
    Math.floor(at * step),
  );
  return featureTable(places.map((at) => data.subarray(at * columns, (at + 1) * columns)));
}

/**
 * Compares the cells of a synthetic set with those of a real one: feature by feature, and all features at once in units
 * of the real set's standard deviations. Figures that need more cells than there are, are null.
 * @param seed Of the subsets of the kernel distance.
 */
export function compareSets(
  synthetic: MeasuredCells,
  real: MeasuredCells,
  seed: number,
): SetComparison {
  const [madeRows, realRows] = [synthetic, real].map(completeRows);
  const isEnough = madeRows.rows >= 2 && realRows.rows >= 2;
  const [made, drawn] = isEnough ? standardise(realRows, [madeRows, realRows]) : [];
  const lying = isEnough ? precisionRecall(thinned(drawn), thinned(made)) : null;
  return {
    synthetic: synthetic.name,
    real: real.name,
    syntheticCells: synthetic.cells.length,
    realCells: real.cells.length,
    features: featureDistances(synthetic, real),
    frechet: isEnough ? frechetDistance(featureMoments(drawn), featureMoments(made)) : null,
    kernel: isEnough ? kernelDistance(drawn, made, { ...KERNEL_OPTIONS, seed }) : null,
    precision: lying?.precision ?? null,
    recall: lying?.recall ?? null,
  };
}
