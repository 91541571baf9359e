import { edgeIndex } from './line-edges.ts';

/**
 * Median of the `2 · radius + 1` square around each of `[H, W]` values; the image is mirrored at its edges (the
 * outermost pixel twice), as SciPy's `median_filter`. For small radii.
 */
export function medianFilter<T extends Uint8Array | Uint16Array | Float32Array>(
  values: T,
  width: number,
  height: number,
  radius = 1,
): T {
  const side = 2 * radius + 1;
  const window = values.slice(0, 0).constructor as new (length: number) => T;
  const around = new window(side * side);
  const filtered = values.slice() as T;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let count = 0;
      for (let dy = -radius; dy <= radius; dy++) {
        const row = edgeIndex(y + dy, height, 'reflect') * width;
        for (let dx = -radius; dx <= radius; dx++) {
          around[count++] = values[row + edgeIndex(x + dx, width, 'reflect')];
        }
      }
      around.sort();
      filtered[y * width + x] = around[count >> 1];
    }
  }
  return filtered;
}
