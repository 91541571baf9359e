import type { ByteImage } from './image.ts';
import { toGrey } from './to-grey.ts';

/**
 * Black and white (0 and 255) in a pattern as bright as the grey image, by Floyd and Steinberg's spreading of errors (1976) in
 * the whole numbers of Pillow's `convert('1')`.
 */
export function dither(image: ByteImage): ByteImage {
  const { width, height, data } = toGrey(image);
  const dots = new Uint8Array(width * height);
  /** Sixteenths of levels that the row above leaves to each column. */
  const errors = new Int32Array(width + 1);
  for (let y = 0; y < height; y++) {
    let ahead = 0;
    let underLeft = 0;
    let under = 0;
    for (let x = 0; x < width; x++) {
      const carried = Math.trunc((ahead + errors[x + 1]) / 16);
      const level = Math.min(255, Math.max(0, data[y * width + x] + carried));
      const dot = level > 128 ? 255 : 0;
      dots[y * width + x] = dot;
      const error = level - dot;
      errors[x] = 3 * error + underLeft;
      underLeft = 5 * error + under;
      under = error;
      ahead = 7 * error;
    }
    errors[width] = underLeft;
  }
  return { width, height, channels: 1, data: dots };
}
