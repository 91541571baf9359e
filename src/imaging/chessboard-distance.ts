import type { ByteImage } from './image.ts';

/**
 * Steps to the eight neighbours from each foreground pixel (any value but 0) to the nearest background pixel, as SciPy's
 * `distance_transform_cdt` with `metric='chessboard'`; `[H, W]`. What lies outside the image is not background,
 * and a mask without background gives -1 everywhere.
 */
export function chessboardDistance({ width, height, data }: ByteImage): Int32Array {
  const far = width + height;
  const stride = width + 2;
  const padded = new Int32Array(stride * (height + 2)).fill(far);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[y * width + x] === 0) padded[(y + 1) * stride + x + 1] = 0;
    }
  }
  const relax = (at: number, step: number) => {
    const [side, above] = [padded[at - step], at - step * stride];
    const nearest = Math.min(side, padded[above - 1], padded[above], padded[above + 1]);
    if (nearest + 1 < padded[at]) padded[at] = nearest + 1;
  };
  const distances = new Int32Array(width * height);
  for (let y = 1; y <= height; y++) {
    for (let x = 1; x <= width; x++) relax(y * stride + x, 1);
  }
  for (let y = height; y >= 1; y--) {
    for (let x = width; x >= 1; x--) {
      const at = y * stride + x;
      relax(at, -1);
      distances[(y - 1) * width + x - 1] = padded[at] >= far ? -1 : padded[at];
    }
  }
  return distances;
}
