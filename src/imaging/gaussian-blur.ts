/** SciPy's `truncate`: the kernel ends at four standard deviations. */
const TRUNCATE = 4;

/** The middle weight of the kernel and those to one side of it. */
function halfKernel(sigma: number): Float64Array {
  const radius = Math.floor(TRUNCATE * sigma + 0.5);
  const weights = Float64Array.from({ length: radius + 1 }, (_, i) =>
    Math.exp(-(i * i) / (2 * sigma * sigma)),
  );
  const sum = weights.reduce((total, weight) => total + 2 * weight, -weights[0]);
  return weights.map((weight) => weight / sum);
}

/** Position of sample `i` in a line that is mirrored at both ends, the end sample twice. */
function mirrored(i: number, length: number): number {
  const period = 2 * length;
  const j = ((i % period) + period) % period;
  return j < length ? j : period - 1 - j;
}

function blurLines(
  values: Float32Array,
  lines: number,
  length: number,
  lineStep: number,
  step: number,
  kernel: Float64Array,
): Float32Array {
  const radius = kernel.length - 1;
  const blurred = new Float32Array(values.length);
  const padded = new Float64Array(length + 2 * radius);
  const sources = Int32Array.from({ length: padded.length }, (_, i) =>
    mirrored(i - radius, length),
  );
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep;
    for (let i = 0; i < padded.length; i++) padded[i] = values[start + sources[i] * step];
    for (let i = 0; i < length; i++) {
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
 * Gaussian blur of `[H, W]` values with standard deviation `sigma` in pixels; the image is mirrored at its
 * edges, as SciPy's `gaussian_filter` with `mode='reflect'`. A sigma of 0 changes nothing.
 */
export function gaussianBlur(
  values: Float32Array,
  width: number,
  height: number,
  sigma: number,
): Float32Array {
  if (sigma <= 0) return values.slice();
  const kernel = halfKernel(sigma);
  const across = blurLines(values, height, width, width, 1, kernel);
  return blurLines(across, width, height, 1, width, kernel);
}
