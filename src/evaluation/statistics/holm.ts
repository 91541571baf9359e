/**
 * p values of several tests, raised so that the chance of any false finding among them stays what one test has (Holm
 * 1979).
 * @param values Null for a test that could not be made, which does not count.
 * @returns In the order of `values`, at most 1.
 */
export function holmCorrection(values: readonly (number | null)[]): (number | null)[] {
  const order = values
    .map((p, at) => ({ p, at }))
    .filter((each): each is { p: number; at: number } => each.p !== null)
    .sort((a, b) => a.p - b.p);
  const corrected: (number | null)[] = values.map(() => null);
  let largest = 0;
  for (const [rank, { p, at }] of order.entries()) {
    largest = Math.max(largest, Math.min(1, p * (order.length - rank)));
    corrected[at] = largest;
  }
  return corrected;
}
