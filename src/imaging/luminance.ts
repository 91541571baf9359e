import type { FloatImage } from './image.ts';

/** Shares of red, green and blue in the luminance of modern screens (ITU-R 709). */
const SHARES = [0.2125, 0.7154, 0.0721];

/**
 * One channel from any number of them, in the image's own range: red, green and blue by their luminance, as scikit-image's
 * `rgb2gray`; alpha is dropped.
 */
export function luminance({ width, height, channels, data }: FloatImage): Float32Array {
  const grey = new Float32Array(width * height);
  for (let i = 0; i < grey.length; i++) {
    const at = i * channels;
    grey[i] =
      channels < 3
        ? data[at]
        : data[at] * SHARES[0] + data[at + 1] * SHARES[1] + data[at + 2] * SHARES[2];
  }
  return grey;
}
