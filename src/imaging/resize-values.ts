import { gaussianBlur } from './gaussian-blur.ts';
import type { FloatImage } from './image.ts';
import { type Edges, edgeIndex } from './line-edges.ts';
import { extentOf } from './real-values.ts';

export interface ResizeValuesOptions {
  /** @default 'bilinear' */
  interpolation?: 'nearest' | 'bilinear';
  /**
   * Blurs before making the image smaller, so that fine patterns do not alias.
   * @default true
   */
  antiAliasing?: boolean;
  /**
   * What lies beyond the image: `mirror` is scikit-image's default, `reflect`, and `nearest` its `edge`.
   * @default 'mirror'
   */
  edges?: Edges;
}

/** The two samples that a position lies between, and the share of the second; -1 for a constant 0. */
interface Taps {
  before: Int32Array;
  after: Int32Array;
  shares: Float64Array;
}

function tapsOf(inputs: number, outputs: number, edges: Edges, nearest: boolean): Taps {
  const before = new Int32Array(outputs);
  const after = new Int32Array(outputs);
  const shares = new Float64Array(outputs);
  for (let i = 0; i < outputs; i++) {
    const position = ((i + 0.5) * inputs) / outputs - 0.5;
    const floor = Math.floor(nearest ? position + 0.5 : position);
    before[i] = edgeIndex(floor, inputs, edges);
    after[i] = edgeIndex(nearest ? floor : floor + 1, inputs, edges);
    shares[i] = nearest ? 0 : position - floor;
  }
  return { before, after, shares };
}

function planeOf({ width, height, channels, data }: FloatImage, channel: number): Float32Array {
  return Float32Array.from({ length: width * height }, (_, i) => data[i * channels + channel]);
}

function blurredForSize(image: FloatImage, width: number, height: number, edges: Edges) {
  const sigma = {
    x: Math.max(0, (image.width / width - 1) / 2),
    y: Math.max(0, (image.height / height - 1) / 2),
  };
  if (sigma.x === 0 && sigma.y === 0) return (channel: number) => planeOf(image, channel);
  return (channel: number) =>
    gaussianBlur(planeOf(image, channel), image.width, image.height, sigma, edges);
}

/**
 * An image `[H, W, C]` in another size, as scikit-image's `resize` of order 0 or 1: positions are those of pixel
 * centres, and no value leaves the range of the image.
 * @param width Whole and positive, as `height`.
 */
export function resizeValues(
  image: FloatImage,
  width: number,
  height: number,
  options: ResizeValuesOptions = {},
): FloatImage {
  const { interpolation = 'bilinear', antiAliasing = true, edges = 'mirror' } = options;
  const { channels } = image;
  const nearest = interpolation === 'nearest';
  const across = tapsOf(image.width, width, edges, nearest);
  const down = tapsOf(image.height, height, edges, nearest);
  const plane = antiAliasing
    ? blurredForSize(image, width, height, edges)
    : (channel: number) => planeOf(image, channel);
  const [least] = extentOf(image.data);
  const data = new Float32Array(width * height * channels);
  for (let channel = 0; channel < channels; channel++) {
    const values = plane(channel);
    const along = (row: number, x: number) => {
      if (row < 0) return 0;
      const [from, to] = [across.before[x], across.after[x]];
      const left = from < 0 ? 0 : values[row * image.width + from];
      const right = to < 0 ? 0 : values[row * image.width + to];
      return left + (right - left) * across.shares[x];
    };
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const upper = along(down.before[y], x);
        const lower = down.shares[y] === 0 ? upper : along(down.after[y], x);
        const value = upper + (lower - upper) * down.shares[y];
        // Zeros of a constant surround stay, as there; what is half of it does not.
        data[(y * width + x) * channels + channel] = value === 0 ? 0 : Math.max(least, value);
      }
    }
  }
  return { width, height, channels, data };
}
