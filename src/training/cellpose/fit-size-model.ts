import type { CellposeSizeModel } from '../../checkpoints/bundle/segmenter-configs.ts';
import { solvePositive } from './solve-positive.ts';

/** A style of length 1, and how many times larger than the network's diameter the objects were. */
export interface StyleOfSize {
  style: ArrayLike<number>;
  enlargement: number;
}

/** What the slope's squares cost (`l2_regularization`). */
const RIDGE = 1;

/** A number for a text file, as fine as float32. */
function forManifest(value: number): number {
  return Number(value.toPrecision(8));
}

/**
 * Fits a size model: ridge regression from style to the logarithm of the enlargement (`SizeModel.train`, spec 1.6).
 * @param samples at least one, styles of equal length
 * @param diameterMean The network's diameter in pixels.
 */
export function fitSizeModel(
  samples: readonly StyleOfSize[],
  diameterMean: number,
): CellposeSizeModel {
  const [{ style }] = samples;
  const n = style.length;
  const mean = (numberOf: (sample: StyleOfSize) => number) =>
    samples.reduce((sum, sample) => sum + numberOf(sample), 0) / samples.length;
  const styleMean = Array.from({ length: n }, (_, i) => mean((sample) => sample.style[i]));
  const intercept = mean(({ enlargement }) => Math.log(enlargement));
  const matrix = new Float64Array(n * n);
  const right = new Float64Array(n);
  for (const sample of samples) {
    const x = styleMean.map((value, i) => sample.style[i] - value);
    const y = Math.log(sample.enlargement) - intercept;
    for (let i = 0; i < n; i++) {
      right[i] += x[i] * y;
      for (let j = 0; j <= i; j++) matrix[i * n + j] += x[i] * x[j];
    }
  }
  for (let i = 0; i < n; i++) matrix[i * n + i] += RIDGE;
  const slope = Array.from(solvePositive(matrix, right), forManifest);
  return { slope, styleMean: styleMean.map(forManifest), diameterMean, intercept };
}
