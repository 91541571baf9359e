import type { FloatImage } from '../../imaging/image.ts';
import type { MapSize } from './boxes.ts';

/** How images are brought to the network's size: by their sides as torchvision does, or by a fixed factor. */
export type Scaling = { minSize: number; maxSize: number } | { factor: number };

/** ImageNet's statistics, red, green, blue, for values of 0 to 1. */
const MEAN = [0.485, 0.456, 0.406];
const DEVIATION = [0.229, 0.224, 0.225];

/** Both sides of the input are multiples of it (`size_divisible`). */
export const SIZE_MULTIPLE = 32;

/**
 * The size an image is resized to: the shorter side becomes `minSize` unless the longer one would then exceed
 * `maxSize` (`GeneralizedRCNNTransform`); at least one pixel.
 */
export function resizedSize({ height, width }: MapSize, scaling: Scaling): MapSize {
  const factor =
    'factor' in scaling
      ? scaling.factor
      : Math.fround(
          Math.min(
            scaling.minSize / Math.min(height, width),
            scaling.maxSize / Math.max(height, width),
          ),
        );
  const side = (length: number) => Math.max(1, Math.floor(length * factor));
  return { height: side(height), width: side(width) };
}

/** Bilinear, half-pixel centres, edges repeated, no smoothing when it shrinks. */
interface Taps {
  low: Int32Array;
  high: Int32Array;
  upper: Float32Array;
}

function bilinearTaps(from: number, to: number): Taps {
  const scale = from / to;
  const places = Array.from({ length: to }, (_, i) => Math.max(0, scale * (i + 0.5) - 0.5));
  const low = Int32Array.from(places, (place) => Math.min(Math.trunc(place), from - 1));
  return {
    low,
    high: low.map((index) => Math.min(index + 1, from - 1)),
    upper: Float32Array.from(places, (place, i) => place - low[i]),
  };
}

/**
 * Resizes by bilinear interpolation as PyTorch's `interpolate` does without `align_corners`.
 * @param image `[H, W, C]`
 */
export function resizeBilinear(image: FloatImage, { height, width }: MapSize): FloatImage {
  if (image.height === height && image.width === width) return image;
  const { channels, data } = image;
  const rows = bilinearTaps(image.height, height);
  const columns = bilinearTaps(image.width, width);
  const resized = new Float32Array(height * width * channels);
  let to = 0;
  for (let y = 0; y < height; y++) {
    const upperRow = rows.low[y] * image.width;
    const lowerRow = rows.high[y] * image.width;
    const down = rows.upper[y];
    for (let x = 0; x < width; x++) {
      const right = columns.upper[x];
      const [left, next] = [columns.low[x], columns.high[x]];
      for (let c = 0; c < channels; c++) {
        const above =
          data[(upperRow + left) * channels + c] * (1 - right) +
          data[(upperRow + next) * channels + c] * right;
        const below =
          data[(lowerRow + left) * channels + c] * (1 - right) +
          data[(lowerRow + next) * channels + c] * right;
        resized[to++] = above * (1 - down) + below * down;
      }
    }
  }
  return { height, width, channels, data: resized };
}

/** An RGB image of 0 to 1 with ImageNet's mean and deviation taken out. */
export function normaliseColours(image: FloatImage): FloatImage {
  const data = image.data.map((value, i) => (value - MEAN[i % 3]) / DEVIATION[i % 3]);
  return { ...image, data };
}

/**
 * Normalises an RGB image of 0 to 1 and resizes it, in torchvision's order.
 * @returns `[H', W', 3]` of `resizedSize`
 */
export function transformImage(image: FloatImage, scaling: Scaling): FloatImage {
  return resizeBilinear(normaliseColours(image), resizedSize(image, scaling));
}

/** The size of a batch that holds all these images: their largest sides, rounded up to `SIZE_MULTIPLE`. */
export function paddedSize(sizes: readonly MapSize[]): MapSize {
  const side = (lengths: number[]) =>
    Math.ceil(Math.max(...lengths) / SIZE_MULTIPLE) * SIZE_MULTIPLE;
  return {
    height: side(sizes.map(({ height }) => height)),
    width: side(sizes.map(({ width }) => width)),
  };
}

/** The image with zeros at its right and lower edges. */
export function padImage(image: FloatImage, { height, width }: MapSize): FloatImage {
  const { channels } = image;
  const data = new Float32Array(height * width * channels);
  const row = image.width * channels;
  for (let y = 0; y < image.height; y++) {
    data.set(image.data.subarray(y * row, (y + 1) * row), y * width * channels);
  }
  return { height, width, channels, data };
}
