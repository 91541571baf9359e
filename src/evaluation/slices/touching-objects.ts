import type { LabelImage } from '../../imaging/image.ts';

/** Ids of the objects with a pixel next to one of another object, by an edge or a corner. */
export function touchingObjects({ width, height, data }: LabelImage): Set<number> {
  const touching = new Set<number>();
  const compare = (a: number, b: number) => {
    if (a === 0 || b === 0 || a === b) return;
    touching.add(a);
    touching.add(b);
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (x + 1 < width) compare(data[at], data[at + 1]);
      if (y + 1 === height) continue;
      compare(data[at], data[at + width]);
      if (x > 0) compare(data[at], data[at + width - 1]);
      if (x + 1 < width) compare(data[at], data[at + width + 1]);
    }
  }
  return touching;
}
