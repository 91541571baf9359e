import type { FloatImage } from '../../imaging/image.ts';

/** Index of a position beyond the end, mirrored back and forth without repeating the edge. */
function mirrored(position: number, length: number): number {
  if (length === 1) return 0;
  const period = 2 * (length - 1);
  const within = position % period;
  return within < length ? within : period - within;
}

/**
 * The size a side is padded to before a network that halves it `log2(multiple)` times: the next multiple, and
 * at least two of them (four pixels), so that every reflection padding has something to reflect.
 */
export function paddedSide(side: number, multiple: number): number {
  return Math.max(4, 2 * multiple, Math.ceil(side / multiple) * multiple);
}

/** Mirrors an image at its right and lower edges until both sides are what `paddedSide` says. */
export function padToMultiple(image: FloatImage, multiple: number): FloatImage {
  const width = paddedSide(image.width, multiple);
  const height = paddedSide(image.height, multiple);
  if (width === image.width && height === image.height) return image;
  const { channels } = image;
  const data = new Float32Array(width * height * channels);
  for (let y = 0; y < height; y++) {
    const row = mirrored(y, image.height) * image.width;
    for (let x = 0; x < width; x++) {
      const from = (row + mirrored(x, image.width)) * channels;
      const to = (y * width + x) * channels;
      for (let c = 0; c < channels; c++) data[to + c] = image.data[from + c];
    }
  }
  return { width, height, channels, data };
}

/** The upper left part of an image. */
export function cropTo(image: FloatImage, width: number, height: number): FloatImage {
  if (width === image.width && height === image.height) return image;
  const { channels } = image;
  const data = new Float32Array(width * height * channels);
  for (let y = 0; y < height; y++) {
    const from = y * image.width * channels;
    data.set(image.data.subarray(from, from + width * channels), y * width * channels);
  }
  return { width, height, channels, data };
}
