import type { ViewPixels } from '../acting/studio.ts';

/** A place in a view, in image pixels. */
export interface Place {
  x: number;
  y: number;
}

/** Mean absolute difference of the red channel over the pixels that `keep` chooses. */
export function meanChange(
  before: ViewPixels,
  after: ViewPixels,
  keep: (place: Place) => boolean,
): number {
  let sum = 0;
  let count = 0;
  for (let y = 0; y < before.height; y++) {
    for (let x = 0; x < before.width; x++) {
      if (!keep({ x, y })) continue;
      const at = 4 * (y * before.width + x);
      sum += Math.abs(after.rgba[at] - before.rgba[at]);
      count++;
    }
  }
  return sum / count;
}

const REACHES = Array.from({ length: 17 }, (_, i) => 20 - i);
const DIRECTIONS = Array.from({ length: 8 }, (_, i) => (i * Math.PI) / 4);

/** A place in a mask with foreground all around it, as far as there is one. */
export function insideOfACell(mask: ViewPixels): Place {
  const isForeground = (x: number, y: number) => mask.rgba[4 * (y * mask.width + x)] > 127;
  for (const reach of REACHES) {
    for (let y = reach; y < mask.height - reach; y += 2) {
      for (let x = reach; x < mask.width - reach; x += 2) {
        const around = DIRECTIONS.every((turn) =>
          isForeground(
            Math.round(x + reach * Math.cos(turn)),
            Math.round(y + reach * Math.sin(turn)),
          ),
        );
        if (around && isForeground(x, y)) return { x, y };
      }
    }
  }
  throw new Error('there is no cell in the view');
}
