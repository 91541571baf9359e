import type { LabelImage } from '../../imaging/image.ts';

/**
 * The mean of a map over every object.
 * @param values `[H, W]`
 * @returns By id − 1; 0 for an id without pixels.
 */
export function meanByObject(labels: LabelImage, values: ArrayLike<number>): Float32Array {
  let count = 0;
  for (const id of labels.data) if (id > count) count = id;
  const sums = new Float64Array(count + 1);
  const areas = new Uint32Array(count + 1);
  for (let i = 0; i < labels.data.length; i++) {
    sums[labels.data[i]] += values[i];
    areas[labels.data[i]]++;
  }
  return Float32Array.from({ length: count }, (_, i) =>
    areas[i + 1] === 0 ? 0 : sums[i + 1] / areas[i + 1],
  );
}
