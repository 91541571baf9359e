import type { ByteImage, LabelImage } from './image.ts';

/** A mask: 255 where the label map names an object, 0 elsewhere. */
export function maskFromLabels(labels: LabelImage): ByteImage {
  const { width, height } = labels;
  return {
    width,
    height,
    channels: 1,
    data: Uint8Array.from(labels.data, (id) => (id === 0 ? 0 : 255)),
  };
}
