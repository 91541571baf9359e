/** Samples of several numbers: `[rows, columns]`, one row a sample. */
export interface FeatureTable {
  rows: number;
  columns: number;
  /** Row by row. */
  data: Float64Array;
}

/** A table of given rows. @param rows All of the same length. */
export function featureTable(rows: readonly ArrayLike<number>[]): FeatureTable {
  const columns = rows[0]?.length ?? 0;
  const data = new Float64Array(rows.length * columns);
  for (const [at, row] of rows.entries()) data.set(row, at * columns);
  return { rows: rows.length, columns, data };
}

/** The rows at the given places, in their order. */
export function selectRows({ columns, data }: FeatureTable, places: readonly number[]) {
  return featureTable(places.map((at) => data.subarray(at * columns, (at + 1) * columns)));
}
