import { fillHoles } from '../../imaging/fill-holes.ts';
import { gaussianBlur } from '../../imaging/gaussian-blur.ts';
import type { ByteImage, FloatImage } from '../../imaging/image.ts';
import { extentOf } from '../../imaging/real-values.ts';
import { otsuOfValues } from '../../imaging/thresholds/otsu.ts';

/** A mask, and the value that it lies above. */
export interface OtsuForeground {
  /** 0 and 255. */
  mask: ByteImage;
  threshold: number;
}

/**
 * What is brighter than Otsu's threshold of the blurred image; nothing in an image of one value.
 * @param plane `[H, W, 1]`, finite values.
 * @param sigma Of the blur, pixels.
 */
export function otsuForeground(
  plane: FloatImage,
  sigma: number,
  fillsHoles: boolean,
): OtsuForeground {
  const { width, height } = plane;
  const values = gaussianBlur(plane.data, width, height, sigma);
  const [least, most] = extentOf(values);
  const threshold = least === most ? least : otsuOfValues(values);
  const data = Uint8Array.from(values, (value) => (value > threshold ? 255 : 0));
  const mask: ByteImage = { width, height, channels: 1, data };
  return { mask: fillsHoles ? fillHoles(mask) : mask, threshold };
}
