import { gaussianBlur } from '../gaussian-blur.ts';

/**
 * A threshold for each of `[H, W]` pixels: the mean around it, weighted by a Gaussian of which a block of `blockSize` pixels
 * holds three standard deviations to either side. scikit-image's `threshold_local` with `method='gaussian'`.
 */
export function localGaussianThresholds(
  values: Float32Array,
  width: number,
  height: number,
  blockSize: number,
): Float32Array {
  return gaussianBlur(values, width, height, (blockSize - 1) / 6);
}
