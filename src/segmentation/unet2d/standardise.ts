import type { FloatImage } from '../../imaging/image.ts';

/** What the BioImage Model Zoo adds to a deviation, so that a constant image becomes zeros. */
const EPSILON = 1e-6;

/** Every value less the mean of all, by their standard deviation (`zero_mean_unit_variance`). */
export function standardise(image: FloatImage): FloatImage {
  const { data } = image;
  let sum = 0;
  for (const value of data) sum += value;
  const mean = sum / data.length;
  let squares = 0;
  for (const value of data) squares += (value - mean) ** 2;
  const deviation = Math.sqrt(squares / data.length) + EPSILON;
  return { ...image, data: data.map((value) => (value - mean) / deviation) };
}
