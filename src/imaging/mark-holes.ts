import { fillHoles } from './fill-holes.ts';
import type { ByteImage } from './image.ts';
import { LARGEST_ID, labelComponents } from './label-components.ts';

/** The level that CellGen's `Flood.py` gives to nuclei. */
export const HOLE_LEVEL = 76;

/** Tells of a pixel of the foreground whether its part has at least `smallest` pixels. */
function largeParts(mask: ByteImage, smallest: number): (pixel: number) => boolean {
  const { data } = labelComponents(mask, { connectivity: 4 });
  const areas = new Uint32Array(LARGEST_ID + 1);
  for (const id of data) areas[id] += 1;
  return (pixel) => areas[data[pixel]] >= smallest;
}

/**
 * Makes a third class of the holes in a mask, as CellGen's `Flood.py` does for ring-shaped cells: background 0, what
 * was foreground 255, background that is enclosed (to the four neighbours, as `fillHoles`) `level`. Unlike there the
 * background is found from the whole edge of the image, not from one fixed point.
 * @param mask Any value but 0 is foreground.
 * @param smallest Holes of fewer pixels are filled with 255.
 */
export function markHoles(mask: ByteImage, level = HOLE_LEVEL, smallest = 1): ByteImage {
  const { width, height, data } = mask;
  const filled = fillHoles(mask).data;
  const holes = filled.map((value, i) => (value !== 0 && data[i] === 0 ? 255 : 0));
  const isLarge = smallest > 1 ? largeParts({ ...mask, data: holes }, smallest) : () => true;
  const classes = filled.map((value, i) => (holes[i] !== 0 && isLarge(i) ? level : value));
  return { width, height, channels: 1, data: classes };
}
