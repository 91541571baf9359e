import type { LabelImage } from './image.ts';

/**
 * The label map with the ids `1 … n`, in the order in which a scan row by row meets the objects. An id for
 * which `keep` is false becomes background.
 */
export function renumberLabels(
  labels: LabelImage,
  keep: (id: number) => boolean = () => true,
): LabelImage {
  const { width, height, data } = labels;
  const newIds = new Int32Array(65536).fill(-1);
  newIds[0] = 0;
  let next = 1;
  const renumbered = data.map((id) => {
    if (newIds[id] < 0) newIds[id] = keep(id) ? next++ : 0;
    return newIds[id];
  });
  return { width, height, data: renumbered };
}
