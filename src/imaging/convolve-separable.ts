import { type RealValues, zerosLike } from './real-values.ts';

function convolveLine(
  line: Float64Array,
  count: number,
  kernel: Float64Array,
  result: Float64Array,
) {
  const radius = kernel.length - 1;
  for (let i = 0; i < count; i++) {
    const middle = i + radius;
    let sum = line[middle] * kernel[0];
    // From the outside in, as SciPy's `correlate1d` sums symmetric kernels.
    for (let k = radius; k > 0; k--) sum += (line[middle - k] + line[middle + k]) * kernel[k];
    result[i] = sum;
  }
}

/**
 * Convolves `[H, W]` values down the columns and then along the rows with a symmetric kernel; outside the
 * image is 0. As SciPy's `convolve1d` with `mode='constant'`, the result of the first pass is rounded to
 * the precision of `values`.
 * @param kernel The middle weight and those to one side of it.
 */
export function convolveSeparable(
  values: RealValues,
  width: number,
  height: number,
  kernel: Float64Array,
): RealValues {
  const radius = kernel.length - 1;
  const result = zerosLike(values);
  const longest = Math.max(width, height);
  const convolved = new Float64Array(longest);
  const column = new Float64Array(height + 2 * radius);
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) column[radius + y] = values[y * width + x];
    convolveLine(column, height, kernel, convolved);
    for (let y = 0; y < height; y++) result[y * width + x] = convolved[y];
  }
  const row = new Float64Array(width + 2 * radius);
  for (let y = 0; y < height; y++) {
    row.set(result.subarray(y * width, (y + 1) * width), radius);
    convolveLine(row, width, kernel, convolved);
    result.set(convolved.subarray(0, width), y * width);
  }
  return result;
}
