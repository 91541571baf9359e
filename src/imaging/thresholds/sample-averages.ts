/** Averages and spreads of sorted samples, as NumPy and centrosome compute them. */

/** Arithmetic mean. */
export function meanOf(sorted: Float64Array): number {
  return sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
}

/** Median; the mean of the middle two of an even number. */
export function medianOf(sorted: Float64Array): number {
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The `share` quantile (0 to 1), interpolated between its neighbours, as NumPy's `percentile`; a share above 1
 * gives the largest.
 */
export function quantileOf(sorted: Float64Array, share: number): number {
  const position = Math.min(1, share) * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (position - below);
}

/**
 * centrosome's `binned_mode`: the fullest of √n bins, given as the quantile (not the value) of its middle.
 * Equal values are their own mode.
 */
export function binnedModeOf(sorted: Float64Array): number {
  const least = sorted[0];
  const range = sorted[sorted.length - 1] - least;
  if (range === 0) return least;
  const bins = Math.ceil(Math.sqrt(sorted.length));
  const counts = new Uint32Array(bins + 1);
  for (const value of sorted) counts[Math.trunc(((value - least) / range) * bins)]++;
  const fullest = counts.indexOf(counts.reduce((most, count) => Math.max(most, count), 0));
  return quantileOf(sorted, (fullest + 0.5) / bins);
}

/** Standard deviation of the whole population. */
export function standardDeviationOf(sorted: Float64Array): number {
  const mean = meanOf(sorted);
  return Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sorted.length);
}

/** Median of the distances from the median. */
export function medianDeviationOf(sorted: Float64Array): number {
  const median = medianOf(sorted);
  return medianOf(sorted.map((value) => Math.abs(value - median)).sort());
}
