import type { Boxes, MapSize } from './boxes.ts';

/** Boxes of an image of size `from` where it has size `to`, each axis by its own ratio (`resize_boxes`). */
export function scaleBoxes(boxes: Boxes, from: MapSize, to: MapSize): Boxes {
  const across = Math.fround(to.width / from.width);
  const down = Math.fround(to.height / from.height);
  return boxes.map((value, i) => value * (i % 2 === 0 ? across : down));
}
