/**
 * The middle weight of a Gaussian kernel and the `radius` weights to one side of it; with both sides they sum
 * to 1.
 * @param sigma Standard deviation in pixels, above 0.
 */
export function gaussianKernel(sigma: number, radius: number): Float64Array {
  const weights = Float64Array.from({ length: radius + 1 }, (_, i) =>
    Math.exp((-0.5 / (sigma * sigma)) * i * i),
  );
  const sum = weights.reduce((total, weight) => total + 2 * weight, -weights[0]);
  return weights.map((weight) => weight / sum);
}
