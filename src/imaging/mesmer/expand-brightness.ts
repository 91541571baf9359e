/** The largest of every value's neighbours along one line, up to `reach` steps away. */
function widen(
  values: Float32Array,
  { start, step, count }: { start: number; step: number; count: number },
  reach: number,
  result: Float32Array,
): void {
  for (let i = 0; i < count; i++) {
    let highest = Number.NEGATIVE_INFINITY;
    const last = Math.min(count - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= last; j++) {
      highest = Math.max(highest, values[start + j * step]);
    }
    result[start + i * step] = highest;
  }
}

/** Every value becomes the largest within `reach` rows and columns: grey dilation by a square. */
export function expandBrightness(values: Float32Array, width: number, reach: number): Float32Array {
  if (reach === 0) return values;
  const height = values.length / width;
  const across = new Float32Array(values.length);
  const result = new Float32Array(values.length);
  for (let y = 0; y < height; y++) {
    widen(values, { start: y * width, step: 1, count: width }, reach, across);
  }
  for (let x = 0; x < width; x++) {
    widen(across, { start: x, step: width, count: height }, reach, result);
  }
  return result;
}
