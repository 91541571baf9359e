import type { FloatImage } from '../../imaging/image.ts';
import { SIDE_MULTIPLE } from './cellpose-options.ts';

/** An image with zeros around it. */
export interface PaddedPlanes {
  image: FloatImage;
  /** Rows above and columns left of the image. */
  top: number;
  left: number;
}

/** Zeros before an axis of `length` and its whole length: half a multiple at least on each side, the rest shared. */
function padAxis(length: number): { before: number; whole: number } {
  const rest = Math.ceil(length / SIDE_MULTIPLE) * SIDE_MULTIPLE - length;
  return { before: SIDE_MULTIPLE / 2 + Math.floor(rest / 2), whole: length + rest + SIDE_MULTIPLE };
}

/** Surrounds an image with zeros, to sides that are multiples of `SIDE_MULTIPLE` (`transforms.get_pad_yx`). */
export function padPlanes({ width, height, channels, data }: FloatImage): PaddedPlanes {
  const { before: top, whole: rows } = padAxis(height);
  const { before: left, whole: columns } = padAxis(width);
  const padded = new Float32Array(rows * columns * channels);
  const line = width * channels;
  for (let y = 0; y < height; y++) {
    padded.set(data.subarray(y * line, (y + 1) * line), ((y + top) * columns + left) * channels);
  }
  return { image: { width: columns, height: rows, channels, data: padded }, top, left };
}
