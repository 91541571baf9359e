import type { ByteImage, LabelImage } from '../imaging/image.ts';

/** What is known of each object of a label map. */
export interface InstanceStatistics {
  id: number;
  /** Pixels. */
  area: number;
  /** `[x, y, width, height]` in pixels. */
  box: [number, number, number, number];
  centroid: [number, number];
  eccentricity: number;
  touchesBorder: boolean;
  /** Style cluster used; null when the model has none. */
  cluster: number | null;
}

/** The pixels of one sample, all of the recipe's size. */
export interface SamplePixels {
  /** The generator's own output, 8-bit, at its own resolution. */
  rawMask: ByteImage;
  /** 0 or 255: 255 exactly where `labels` is not 0. */
  mask: ByteImage;
  labels: LabelImage;
  /** Null when there is no image model. */
  image: ByteImage | null;
  instances: InstanceStatistics[];
  /** Milliseconds by stage. */
  timing: { mask: number; truth: number; image: number };
}
