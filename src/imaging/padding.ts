/** Any of the arrays that hold one number for each pixel. */
type PixelArray = Uint8Array | Int32Array | Float32Array | Float64Array;

/**
 * Copies `[H, W]` values into the middle of `padded`, which has one pixel more on every side: neighbours of any pixel
 * can then be read without asking where the image ends.
 */
export function padByOne<T extends PixelArray>(
  values: ArrayLike<number>,
  width: number,
  padded: T,
): T {
  const height = values.length / width;
  for (let y = 0; y < height; y++) {
    const from = y * width;
    const to = (y + 1) * (width + 2) + 1;
    for (let x = 0; x < width; x++) padded[to + x] = values[from + x];
  }
  return padded;
}

/** Takes away what `padByOne` added; `width` is that of the result. */
export function cropByOne<T extends PixelArray>(
  padded: ArrayLike<number>,
  width: number,
  cropped: T,
): T {
  const height = cropped.length / width;
  for (let y = 0; y < height; y++) {
    const from = (y + 1) * (width + 2) + 1;
    const to = y * width;
    for (let x = 0; x < width; x++) cropped[to + x] = padded[from + x];
  }
  return cropped;
}
