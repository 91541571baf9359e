/** Percentile of values in rising order, between neighbours by their distance (NumPy's default). */
function percentileOf(sorted: Float32Array, percentile: number): number {
  const position = (percentile / 100) * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (position - below);
}

/**
 * Holds bright values at a percentile of those that are not 0 (`deepcell_toolbox.percentile_threshold`).
 * @param percentile 0 to 100
 */
export function percentileThreshold(values: Float32Array, percentile: number): Float32Array {
  const sorted = values.filter((value) => value !== 0).sort();
  if (sorted.length === 0) return values.slice();
  const most = percentileOf(sorted, percentile);
  return values.map((value) => Math.min(value, most));
}
