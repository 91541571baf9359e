import { equaliseLocally } from '../clahe/equalise-locally.ts';
import type { FloatImage } from '../image.ts';
import { percentileThreshold } from './percentile-threshold.ts';

/** What `mesmer_preprocess` does with every channel. */
export interface PreprocessOptions {
  /** Brighter values are held at this percentile of those that are not 0. @default 99.9 */
  percentile?: number;
  /** Side in pixels of the blocks of the histogram equalisation. @default 128 */
  kernelSize?: number;
}

/**
 * Applies an operation of `[H, W]` values to every channel of an image.
 * @returns `[H, W, C]`
 */
export function mapChannels(
  image: FloatImage,
  operation: (plane: Float32Array) => Float32Array,
): FloatImage {
  const { channels } = image;
  const data = new Float32Array(image.data.length);
  for (let channel = 0; channel < channels; channel++) {
    const plane = Float32Array.from(
      { length: data.length / channels },
      (_, i) => image.data[i * channels + channel],
    );
    operation(plane).forEach((value, i) => {
      data[i * channels + channel] = value;
    });
  }
  return { ...image, data };
}

/**
 * Mesmer's preprocessing by channel: bright spots are cut off, then local histograms are equalised with limited contrast.
 * @param image `[H, W, C]` of any range
 * @returns `[H, W, C]` from 0 to 1; a constant channel becomes zeros
 */
export function preprocessForMesmer(
  image: FloatImage,
  { percentile = 99.9, kernelSize = 128 }: PreprocessOptions = {},
): FloatImage {
  const { width, height } = image;
  return mapChannels(image, (plane) =>
    equaliseLocally(percentileThreshold(plane, percentile), width, height, { kernelSize }),
  );
}
