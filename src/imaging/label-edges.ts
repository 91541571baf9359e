import type { ByteImage, LabelImage } from './image.ts';

export interface LabelEdgesOptions {
  /**
   * `both`: pixels on either side of a border, as pix2pixHD's edge map. `inner`: only those inside an
   * object, as scikit-image's `find_boundaries(mode='inner')`.
   * @default 'both'
   */
  side?: 'both' | 'inner';
}

/** A mask (0 or 255) of the pixels with one of their four neighbours in another object or the background. */
export function labelEdges(labels: LabelImage, options: LabelEdgesOptions = {}): ByteImage {
  const { side = 'both' } = options;
  const { width, height, data } = labels;
  const edges = new Uint8Array(width * height);
  const mark = (i: number, j: number) => {
    if (data[i] === data[j]) return;
    if (side === 'both' || data[i] !== 0) edges[i] = 255;
    if (side === 'both' || data[j] !== 0) edges[j] = 255;
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (x < width - 1) mark(i, i + 1);
      if (y < height - 1) mark(i, i + width);
    }
  }
  return { width, height, channels: 1, data: edges };
}
