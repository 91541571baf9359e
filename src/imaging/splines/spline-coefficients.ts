const POLE = Math.sqrt(3) - 2;
const GAIN = (1 - POLE) * (1 - 1 / POLE);

/** Turns a line of samples, mirrored about its end samples, into coefficients, in place. */
function filterLine(line: Float64Array, count: number): void {
  const last = count - 1;
  for (let i = 0; i < count; i++) line[i] *= GAIN;
  const acrossLine = POLE ** last;
  let power = POLE;
  line[0] += acrossLine * line[last];
  for (let i = 1; i < last; i++) {
    line[0] += power * (line[i] + acrossLine * line[last - i]);
    power *= POLE;
  }
  line[0] /= 1 - acrossLine * acrossLine;
  for (let i = 1; i < count; i++) line[i] += POLE * line[i - 1];
  line[last] = ((POLE * line[last - 1] + line[last]) * POLE) / (POLE * POLE - 1);
  for (let i = last - 1; i >= 0; i--) line[i] = POLE * (line[i + 1] - line[i]);
}

/**
 * Coefficients of the cubic B-spline through `[H, W]` samples, which are mirrored about the image's outermost
 * pixels: SciPy's `spline_filter` with `order=3, mode='mirror'` (Unser 1999).
 */
export function splineCoefficients(
  samples: ArrayLike<number>,
  width: number,
  height: number,
): Float64Array {
  const coefficients = Float64Array.from(samples);
  const line = new Float64Array(Math.max(width, height));
  if (height > 1) {
    for (let x = 0; x < width; x++) {
      for (let y = 0; y < height; y++) line[y] = coefficients[y * width + x];
      filterLine(line, height);
      for (let y = 0; y < height; y++) coefficients[y * width + x] = line[y];
    }
  }
  if (width > 1) {
    for (let y = 0; y < height; y++) {
      const row = coefficients.subarray(y * width, (y + 1) * width);
      filterLine(row, width);
    }
  }
  return coefficients;
}
