import { gaussianKernel } from './gaussian-kernel.ts';
import { type Edges, edgeSources } from './line-edges.ts';

/** SciPy's `truncate`: the kernel ends at four standard deviations. */
const TRUNCATE = 4;

/** One of the lines that an array is made of: `count` values, `step` apart. */
interface Lines {
  /** How many there are, and how far apart they start. */
  lines: number;
  lineStep: number;
  count: number;
  step: number;
}

function blurLines(values: Float32Array, sigma: number, edges: Edges, along: Lines): Float32Array {
  if (!(sigma > 0)) return values;
  const { lines, lineStep, count, step } = along;
  const radius = Math.floor(TRUNCATE * sigma + 0.5);
  const kernel = gaussianKernel(sigma, radius);
  const blurred = new Float32Array(values.length);
  const padded = new Float64Array(count + 2 * radius);
  const sources = edgeSources(count, radius, edges);
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep;
    for (let i = 0; i < padded.length; i++) {
      padded[i] = sources[i] < 0 ? 0 : values[start + sources[i] * step];
    }
    for (let i = 0; i < count; i++) {
      const middle = i + radius;
      let sum = padded[middle] * kernel[0];
      for (let k = 1; k <= radius; k++) {
        sum += (padded[middle - k] + padded[middle + k]) * kernel[k];
      }
      blurred[start + i * step] = sum;
    }
  }
  return blurred;
}

/**
 * Gaussian blur of `[H, W]` values, as SciPy's `gaussian_filter`; the values are not changed.
 * @param sigma Standard deviation in pixels, for both directions or for each; 0 does not blur.
 * @param edges What lies beyond the image. @default 'reflect'
 */
export function gaussianBlur(
  values: Float32Array,
  width: number,
  height: number,
  sigma: number | { x: number; y: number },
  edges: Edges = 'reflect',
): Float32Array {
  const { x, y } = typeof sigma === 'number' ? { x: sigma, y: sigma } : sigma;
  const rows = { lines: height, lineStep: width, count: width, step: 1 };
  const columns = { lines: width, lineStep: 1, count: height, step: width };
  const blurred = blurLines(blurLines(values, x, edges, rows), y, edges, columns);
  return blurred === values ? values.slice() : blurred;
}
