import { labelsAtEdge } from './filter-labels.ts';
import type { LabelImage } from './image.ts';

/**
 * The label map without the objects that touch the image's edge; the others keep their ids. scikit-image's
 * `clear_border`, where every object is in one piece.
 */
export function clearBorder(labels: LabelImage): LabelImage {
  const { width, height, data } = labels;
  const atEdge = labelsAtEdge(Int32Array.from(data), width, height);
  return { width, height, data: data.map((id) => (atEdge.has(id) ? 0 : id)) };
}
