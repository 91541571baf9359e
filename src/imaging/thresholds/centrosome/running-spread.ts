/**
 * By number of values less one, the sum of squared distances of the first values from their mean, added up as
 * they come (Welford 1962).
 */
export function runningSpread(values: Float64Array): Float64Array {
  const spread = new Float64Array(values.length);
  let sum = 0;
  let mean = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const before = values[i] - mean;
    sum += values[i];
    mean = sum / (i + 1);
    if (i > 0) squares += before * (values[i] - mean);
    spread[i] = squares;
  }
  return spread;
}

/** The same of the last values: by index of the first of them. */
export function runningSpreadFromEnd(values: Float64Array): Float64Array {
  return runningSpread(values.slice().reverse()).reverse();
}

/** Index of the smallest score, the first of equals. */
export function indexOfLeast(scores: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < scores.length; i++) if (scores[i] < scores[best]) best = i;
  return best;
}
