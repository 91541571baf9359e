import type { FloatImage } from '../../imaging/image.ts';

/** Index of a position beyond the end, mirrored back and forth without repeating the edge. */
function mirrored(position: number, length: number): number {
  if (length === 1) return 0;
  const period = 2 * (length - 1);
  const within = position % period;
  return within < length ? within : period - within;
}

/** The sizes a network takes. */
export interface SizeRule {
  /** Both sides are multiples of it. */
  multiple: number;
  /** The shortest side, a multiple too. */
  smallest: number;
}

/** The size a side is padded to: the next one that the rule allows. */
export function paddedSide(side: number, { multiple, smallest }: SizeRule): number {
  return Math.max(smallest, Math.ceil(side / multiple) * multiple);
}

/** Mirrors an image at its right and lower edges until both sides are what `paddedSide` says. */
export function padToMultiple(image: FloatImage, rule: SizeRule): FloatImage {
  const width = paddedSide(image.width, rule);
  const height = paddedSide(image.height, rule);
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
