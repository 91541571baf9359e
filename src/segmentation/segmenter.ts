import type { SegmenterArchitecture } from '../checkpoints/bundle/segmenter-configs.ts';
import type { FloatImage, LabelImage } from '../imaging/image.ts';
import type { SegmenterMethod } from './segmenter-method.ts';

/** An image to segment: values as the file has them, `[H, W, C]`. */
export interface SegmenterImage extends FloatImage {
  /** The largest value that its file could hold: 255, 65535, or 1 for float files. */
  largestValue: number;
  /** Size of a pixel's side in micrometres; null when nobody said. */
  micronsPerPixel: number | null;
}

/** A number a person may set. */
export interface NumberParameter {
  kind: 'number';
  name: string;
  min: number;
  max: number;
  step: number;
  default: number;
  /** What it is counted in, for the label. */
  unit?: 'pixels' | 'microns' | 'share';
}

/** One of a few words. */
export interface ChoiceParameter {
  kind: 'choice';
  name: string;
  options: readonly string[];
  default: string;
}

/** On or off. */
export interface FlagParameter {
  kind: 'flag';
  name: string;
  default: boolean;
}

/** A parameter under the name that the algorithm's authors gave it, in `snake_case` as on their command lines. */
export type SegmenterParameter = NumberParameter | ChoiceParameter | FlagParameter;

/** Values by parameter name; what is missing takes its default. */
export type SegmenterValues = Readonly<Record<string, number | string | boolean>>;

/** What a person must know of an algorithm before running it; plain data, no network behind it. */
export interface SegmenterDescription {
  method: SegmenterMethod;
  /** The architecture of the weights it needs; null for a classical algorithm. */
  weights: SegmenterArchitecture | null;
  parameters: readonly SegmenterParameter[];
  /** Whether it scales images by the size of a pixel, and asks for it. */
  usesPixelSize: boolean;
}

/** What a segmenter found in one image. */
export interface Segmentation {
  /** `[H, W]`, ids 1 … count without gaps. */
  labels: LabelImage;
  /** By object (id − 1), 0 to 1 unless the algorithm's own score has another range; 1 where it has none. */
  scores: Float32Array;
  /** What was decided on the way and belongs beside a score, e.g. `threshold: 0.0717`, `diameter: 17.2`. */
  facts: Readonly<Record<string, number | string>>;
}

/** What accompanies a run. */
export interface SegmentOptions {
  signal?: AbortSignal;
  /** Hears the share that is done, 0 to 1. */
  onProgress?: (fraction: number) => void;
}

/** An algorithm that is ready: image in, instances out. */
export interface Segmenter {
  description: SegmenterDescription;
  /**
   * @throws CytoForgeError `bad-image` for an image it cannot take, `bad-option` for a parameter out of its range,
   * `cancelled`; what the backend throws.
   */
  segment(
    image: SegmenterImage,
    values: SegmenterValues,
    options?: SegmentOptions,
  ): Promise<Segmentation>;
  /** Frees its tensors. */
  dispose(): void;
}
