/** Below this the largest probability says that there is nothing. */
const FOUND = 0.5;

/**
 * Probabilities stretched to 0 … 1 by their least and largest (`normPRED` of `u2net_test.py`).
 * @param found They are left alone where none reaches this: stretching what a network sees in an empty image would make
 * objects of its noise. The original always stretches. @default 0.5
 */
export function stretchProbability(probability: Float32Array, found = FOUND): Float32Array {
  let least = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  for (const value of probability) {
    if (value < least) least = value;
    if (value > largest) largest = value;
  }
  if (largest < found || largest === least) return probability;
  return probability.map((value) => (value - least) / (largest - least));
}
