import { featureMoments } from './feature-moments.ts';
import type { FeatureTable } from './feature-table.ts';

/**
 * Tables in units of a reference: its means become 0 and its standard deviations 1. A column in which the reference does
 * not vary is only moved.
 */
export function standardise(
  reference: FeatureTable,
  tables: readonly FeatureTable[],
): FeatureTable[] {
  const { mean, covariance } = featureMoments(reference);
  const { columns } = reference;
  const scales = Float64Array.from(mean, (_, at) => Math.sqrt(covariance[at * columns + at]) || 1);
  return tables.map((table) => ({
    ...table,
    data: table.data.map((value, at) => (value - mean[at % columns]) / scales[at % columns]),
  }));
}
