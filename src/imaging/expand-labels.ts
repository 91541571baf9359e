import type { LabelImage } from './image.ts';
import { nearestBackground } from './nearest-background.ts';

/**
 * Objects grown by up to `distance` pixels, none over another, as scikit-image's `expand_labels`: each pixel of the
 * background goes to the nearest object.
 */
export function expandLabels(labels: LabelImage, distance: number): LabelImage {
  const { width, height, data } = labels;
  const nearest = nearestBackground(
    data.map((id) => (id === 0 ? 1 : 0)),
    width,
    height,
  );
  const expanded = data.map((_, at) => {
    const source = nearest[at];
    if (source < 0) return 0;
    const dx = (at % width) - (source % width);
    const dy = Math.floor(at / width) - Math.floor(source / width);
    return dx * dx + dy * dy <= distance * distance ? data[source] : 0;
  });
  return { width, height, data: expanded };
}
