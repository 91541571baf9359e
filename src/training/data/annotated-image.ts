import type { FloatImage, LabelImage } from '../../imaging/image.ts';

/** An image with its objects, of the same size. */
export interface AnnotatedImage {
  name: string;
  /** `[H, W, C]`; of 0 to 1 as it was read, of the network's own range once it was prepared. */
  image: FloatImage;
  /** Ids from 1; not without gaps once it was cropped. */
  labels: LabelImage;
}
