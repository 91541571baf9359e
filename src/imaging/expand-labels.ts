import type { LabelImage } from './image.ts';
import { nearestBackground } from './nearest-background.ts';

/**
 * Gives every pixel within `distance` of an object to the nearest one; `[H, W]` labels, 0 where none is near. Of two that
 * are equally near, the one to the left, then the one above.
 */
export function growToNearest<T extends Int32Array | Uint16Array>(
  labels: T,
  width: number,
  distance: number,
): T {
  const outside = Uint8Array.from(labels, (label) => (label === 0 ? 1 : 0));
  const nearest = nearestBackground(outside, width, labels.length / width);
  const grown = labels.slice() as T;
  for (let at = 0; at < grown.length; at++) {
    const source = nearest[at];
    if (source < 0 || source === at) continue;
    const dx = (at % width) - (source % width);
    const dy = Math.floor(at / width) - Math.floor(source / width);
    if (dx * dx + dy * dy <= distance * distance) grown[at] = labels[source];
  }
  return grown;
}

/** Objects grown by up to `distance` pixels, none over another, as scikit-image's `expand_labels`. */
export function expandLabels(labels: LabelImage, distance: number): LabelImage {
  return { ...labels, data: growToNearest(labels.data, labels.width, distance) };
}
