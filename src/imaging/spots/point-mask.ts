import type { ByteImage } from '../image.ts';
import type { Spot } from './spot.ts';

/**
 * A mask (0 or 255) with a filled disc for every spot: the pixels whose middle is at most its radius away, and in any
 * case the one it lies in. The seed system's `Points.py` adds its discs up in 8 bits, where sums of 256 make points
 * vanish; here every spot is marked.
 */
export function pointMask(spots: readonly Spot[], width: number, height: number): ByteImage {
  const data = new Uint8Array(width * height);
  const mark = (x: number, y: number) => {
    if (x >= 0 && x < width && y >= 0 && y < height) data[y * width + x] = 255;
  };
  for (const { x, y, radius } of spots) {
    mark(Math.round(x), Math.round(y));
    for (let row = Math.ceil(y - radius); row <= y + radius; row++) {
      for (let column = Math.ceil(x - radius); column <= x + radius; column++) {
        if ((column - x) ** 2 + (row - y) ** 2 <= radius ** 2) mark(column, row);
      }
    }
  }
  return { width, height, channels: 1, data };
}
