import type { FootprintOffsets } from './disk-offsets.ts';
import type { RealValues } from './real-values.ts';

/**
 * Marks the pixels of objects in whose footprint no pixel of the same object is brighter (centrosome's
 * `is_local_maximum`); a plateau counts whole.
 * @param values `[H, W]`.
 * @param labels `[H, W]`, 0 in the background.
 * @returns `[H, W]`, 0 and 1.
 */
export function localMaxima(
  values: RealValues,
  labels: Int32Array,
  width: number,
  height: number,
  footprint: FootprintOffsets,
): Uint8Array {
  const { dx, dy } = footprint;
  const maxima = new Uint8Array(labels.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const label = labels[i];
      if (label === 0) continue;
      let highest = true;
      for (let k = 0; highest && k < dx.length; k++) {
        const nx = x + dx[k];
        const ny = y + dy[k];
        if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
        const j = ny * width + nx;
        highest = labels[j] !== label || values[j] <= values[i];
      }
      if (highest) maxima[i] = 1;
    }
  }
  return maxima;
}
