/** Position of sample `i` in a line mirrored about its end samples, which are not repeated. */
function mirroredAboutEnds(i: number, length: number): number {
  if (length === 1) return 0;
  const period = 2 * (length - 1);
  const j = ((i % period) + period) % period;
  return j < length ? j : period - j;
}

/** Sums of the `2 * reach + 1` samples about each of a line of `length`, which lies at `start + i * step`. */
function windowSums(
  values: Float64Array,
  start: number,
  step: number,
  length: number,
  reach: number,
  sums: Float64Array,
): void {
  const at = (i: number) => values[start + mirroredAboutEnds(i, length) * step];
  let sum = 0;
  for (let i = -reach; i <= reach; i++) sum += at(i);
  for (let i = 0; i < length; i++) {
    sums[i] = sum;
    sum += at(i + reach + 1) - at(i - reach);
  }
}

function windowMeans(
  values: Float64Array,
  width: number,
  height: number,
  window: number,
): Float64Array {
  const reach = (window - 1) / 2;
  const means = values.slice();
  const line = new Float64Array(Math.max(width, height));
  for (let y = 0; y < height; y++) {
    windowSums(means, y * width, 1, width, reach, line);
    means.set(line.subarray(0, width), y * width);
  }
  for (let x = 0; x < width; x++) {
    windowSums(means, x, width, height, reach, line);
    for (let y = 0; y < height; y++) means[y * width + x] = line[y] / (window * window);
  }
  return means;
}

/**
 * Sauvola's threshold of every pixel (Sauvola & Pietikäinen 2000, as scikit-image's `threshold_sauvola`):
 * `mean * (1 + 0.2 * (deviation - 1))` of the window about it, the image mirrored at its edges.
 * @param values `[H, W]`, 0 to 1.
 * @param window Side of the window in pixels, odd.
 */
export function sauvolaThresholds(
  values: ArrayLike<number>,
  width: number,
  height: number,
  window: number,
): Float64Array {
  const means = windowMeans(Float64Array.from(values), width, height, window);
  const squares = windowMeans(
    Float64Array.from(values, (value) => value * value),
    width,
    height,
    window,
  );
  return means.map((mean, i) => {
    const deviation = Math.sqrt(Math.max(0, squares[i] - mean * mean));
    return mean * (1 + 0.2 * (deviation - 1));
  });
}
