import type { FeatureTable } from './feature-table.ts';

/** Mean and covariance of the rows of a table. */
export interface FeatureMoments {
  /** `[columns]`. */
  mean: Float64Array;
  /** `[columns, columns]`, over the number of rows (not one less). */
  covariance: Float64Array;
}

/** Means of the columns; NaN without rows. */
export function columnMeans({ rows, columns, data }: FeatureTable): Float64Array {
  const mean = new Float64Array(columns);
  for (let at = 0; at < data.length; at++) mean[at % columns] += data[at] / rows;
  return rows > 0 ? mean : mean.fill(Number.NaN);
}

/** Mean and covariance as StyleGAN's `FeatureStats` has them; NaN without rows. */
export function featureMoments(table: FeatureTable): FeatureMoments {
  const { rows, columns, data } = table;
  const mean = columnMeans(table);
  const covariance = new Float64Array(columns * columns);
  const centred = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < columns; i++) centred[i] = data[row * columns + i] - mean[i];
    for (let i = 0; i < columns; i++) {
      for (let j = 0; j < columns; j++) covariance[i * columns + j] += centred[i] * centred[j];
    }
  }
  for (let at = 0; at < covariance.length; at++) covariance[at] /= rows;
  return { mean, covariance };
}
