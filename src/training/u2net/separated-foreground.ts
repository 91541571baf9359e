import type { LabelImage } from '../../imaging/image.ts';

/**
 * The foreground of a label map, 0 and 1, without the pixels that touch another object (eight neighbours): what stays of
 * objects side by side is apart.
 */
export function separatedForeground({ width, height, data }: LabelImage): Float32Array {
  const foreground = Float32Array.from(data, (id) => (id === 0 ? 0 : 1));
  const part = (i: number, j: number) => {
    if (data[i] === data[j] || data[i] === 0 || data[j] === 0) return;
    foreground[i] = 0;
    foreground[j] = 0;
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (x + 1 < width) part(i, i + 1);
      if (y + 1 === height) continue;
      part(i, i + width);
      if (x + 1 < width) part(i, i + width + 1);
      if (x > 0) part(i, i + width - 1);
    }
  }
  return foreground;
}
