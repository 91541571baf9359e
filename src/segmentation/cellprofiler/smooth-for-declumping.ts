import { convolveSeparable } from '../../imaging/convolve-separable.ts';
import { type RealImage, type RealValues, zerosLike } from '../../imaging/real-values.ts';
import { smoothingKernel } from './declump-settings.ts';

/**
 * The image blurred before maxima are sought in it (CellProfiler's `smooth_image`): a Gaussian cut off at
 * half the filter's width, and at the image's edge divided by what of it lies within.
 * @param width Width of the filter in pixels; 0 leaves the image as it is.
 */
export function smoothForDeclumping(image: RealImage, width: number): RealValues {
  if (width === 0) return image.data;
  const { sigma, radius } = smoothingKernel(width);
  const height = 1 / Math.sqrt(2 * Math.PI) / sigma;
  const kernel = Float64Array.from(
    { length: radius + 1 },
    (_, i) => height * Math.exp((-0.5 * i * i) / (sigma * sigma)),
  );
  const ones = new Float64Array(image.data.length).fill(1);
  const weights = convolveSeparable(ones, image.width, image.height, kernel);
  const blurred = convolveSeparable(image.data, image.width, image.height, kernel);
  const smoothed = zerosLike(blurred);
  for (let i = 0; i < smoothed.length; i++) smoothed[i] = blurred[i] / weights[i];
  return smoothed;
}
