/**
 * Percentiles of some numbers with linear interpolation between ranks, as `numpy.percentile`.
 * @param values At least one.
 * @param percents 0 to 100.
 */
export function percentiles(values: Float32Array, percents: readonly number[]): number[] {
  const sorted = values.slice().sort();
  return percents.map((percent) => {
    const rank = (percent / 100) * (sorted.length - 1);
    const below = Math.floor(rank);
    const above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (sorted[above] - sorted[below]) * (rank - below);
  });
}
