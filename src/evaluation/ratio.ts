/** A share of something that is kept as both, so that it can be pooled: shares of sums are not sums of shares. */
export type Ratio = readonly [part: number, whole: number];

/**
 * A share of something; null when there is nothing to take a share of. Figures without a value are null and not NaN,
 * so that they stay what they are in JSON; means leave them out.
 */
export function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

/** The mean of the values that are there; null when none is. */
export function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return ratio(
    known.reduce((sum, value) => sum + value, 0),
    known.length,
  );
}
