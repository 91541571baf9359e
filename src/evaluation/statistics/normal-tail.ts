/**
 * Probability that a standard normal value is above `z` (z >= 0), by the continued fraction of Laplace where it
 * converges well and the power series near 0 (Abramowitz and Stegun 26.2.11 and 26.2.14); to 1e-10.
 */
export function standardNormalTail(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < 3) {
    let term = z;
    let sum = z;
    for (let odd = 3; term > sum * 1e-17; odd += 2) {
      term *= (z * z) / odd;
      sum += term;
    }
    return 0.5 - density * sum;
  }
  let fraction = z;
  for (let step = 60; step > 0; step--) fraction = z + step / fraction;
  return density / fraction;
}
