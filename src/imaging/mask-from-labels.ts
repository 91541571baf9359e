import type { ByteImage, LabelImage } from './image.ts';

/** Level of nuclei in a mask of cells, as the seed system's `Flood.py` fills the holes of rings. */
export const NUCLEUS_LEVEL = 76;

/**
 * A mask: 255 where the label map names an object, 0 elsewhere.
 * @param nuclei Not 0 where a cell has its nucleus: 76 in the mask.
 */
export function maskFromLabels(labels: LabelImage, nuclei: ByteImage | null = null): ByteImage {
  const { width, height } = labels;
  const data = new Uint8Array(width * height);
  for (let at = 0; at < data.length; at++) {
    if (labels.data[at] === 0) continue;
    data[at] = nuclei && nuclei.data[at] !== 0 ? NUCLEUS_LEVEL : 255;
  }
  return { width, height, channels: 1, data };
}
