/**
 * The first Wasserstein distance between two samples of a number: how far, on average, the values of one must move to
 * become the other (the area between the two cumulative distributions, as `scipy.stats.wasserstein_distance`).
 * @returns In the unit of the values; NaN when either has none.
 */
export function wassersteinDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length === 0 || b.length === 0) return Number.NaN;
  const first = Float64Array.from(a).sort();
  const second = Float64Array.from(b).sort();
  let i = 0;
  let j = 0;
  let distance = 0;
  let last = Math.min(first[0], second[0]);
  while (i < first.length || j < second.length) {
    const next = Math.min(
      first[i] ?? Number.POSITIVE_INFINITY,
      second[j] ?? Number.POSITIVE_INFINITY,
    );
    distance += Math.abs(i / first.length - j / second.length) * (next - last);
    while (i < first.length && first[i] === next) i++;
    while (j < second.length && second[j] === next) j++;
    last = next;
  }
  return distance;
}
