import type { ByteImage, LabelImage } from '../imaging/image.ts';
import type { Spot } from '../imaging/spots/spot.ts';

export type { Spot } from '../imaging/spots/spot.ts';

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

/** The spots of a sample, before they join its image. */
export interface SampleSpots {
  list: Spot[];
  /** 255 where a spot is: what the spot model is given. */
  mask: ByteImage;
  /** Their light alone: grey, or RGB as the spot model gives it. */
  light: ByteImage;
}

/** The pixels of one sample, all of the recipe's size. */
export interface SamplePixels {
  /** The generator's own output, 8-bit, at its own resolution; the mask itself where a label map was edited. */
  rawMask: ByteImage;
  /** 0 where `labels` is 0; 255 in cells, but for their nuclei, which are 76. */
  mask: ByteImage;
  labels: LabelImage;
  /** Not 0 in the nuclei of cells; null where they are not told apart. */
  nuclei: ByteImage | null;
  /** Null when there is no image model. */
  image: ByteImage | null;
  /** The image before spots and optics; null without an image model, absent where there were neither. */
  cells?: ByteImage | null;
  /** Null without spots. */
  spots: SampleSpots | null;
  instances: InstanceStatistics[];
  /** Milliseconds by stage. */
  timing: { mask: number; truth: number; image: number };
}
