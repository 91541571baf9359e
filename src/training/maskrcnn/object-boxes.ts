import type { LabelImage } from '../../imaging/image.ts';
import type { Boxes } from '../../nn/maskrcnn/boxes.ts';

/** The objects of a label image as a detector learns them. */
export interface ObjectBoxes {
  /** Ids in the label image, `[n]` */
  ids: number[];
  /** `[n, 4]` in pixels, from the first to past the last pixel of every object, times the factor asked for */
  boxes: Boxes;
}

/**
 * The boxes of all objects of at least `smallestArea` pixels: what a crop leaves of a cell may be too little to learn.
 * @param factor that the image is enlarged by
 */
export function objectBoxes(
  { width, data }: LabelImage,
  smallestArea: number,
  factor: number,
): ObjectBoxes {
  const extents = new Map<number, { area: number; box: number[] }>();
  for (let i = 0; i < data.length; i++) {
    const id = data[i];
    if (id === 0) continue;
    const [x, y] = [i % width, Math.trunc(i / width)];
    const found = extents.get(id);
    if (!found) {
      extents.set(id, { area: 1, box: [x, y, x + 1, y + 1] });
      continue;
    }
    const { box } = found;
    found.area++;
    if (x < box[0]) box[0] = x;
    if (x >= box[2]) box[2] = x + 1;
    box[3] = y + 1;
  }
  const large = [...extents].filter(([, { area }]) => area >= smallestArea);
  return {
    ids: large.map(([id]) => id),
    boxes: Float32Array.from(large.flatMap(([, { box }]) => box.map((value) => value * factor))),
  };
}
