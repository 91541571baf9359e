import type { FloatImage } from '../../imaging/image.ts';

/** Shares of all values that become black and white when contrast is stretched. */
const DARKEST = 0.01;
const BRIGHTEST = 0.998;

/** How much larger white must be than black, as a share of the largest value: noise alone is not stretched. */
const LEAST_CONTRAST = 1e-3;

/** The value below which `share` of the sorted values lie, interpolated as NumPy's `percentile` does. */
function percentile(sorted: Float32Array, share: number): number {
  const place = share * (sorted.length - 1);
  const low = Math.floor(place);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low] + (sorted[high] - sorted[low]) * (place - low);
}

/** The values that become black and white. */
function contrastRange(data: Float32Array, largest: number): { black: number; white: number } {
  const sorted = data.slice().sort();
  const black = percentile(sorted, DARKEST);
  const white = percentile(sorted, BRIGHTEST);
  return { black, white: Math.max(white, black + LEAST_CONTRAST * largest) };
}

/**
 * An image as networks for photographs take it: red, green and blue from 0 to 1. One channel is given three times, the
 * second of two stands beside zeros, and a fourth (opacity) is left out.
 * @param image `[H, W, C]`
 * @param largest value that its file could hold
 * @param stretch makes the darkest 1 % black and the brightest 0.2 % white, for dim micrographs
 */
export function rgbImage(image: FloatImage, largest: number, stretch: boolean): FloatImage {
  const { width, height, channels, data } = image;
  const { black, white } = stretch ? contrastRange(data, largest) : { black: 0, white: largest };
  const rgb = new Float32Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 3; c++) {
      const channel = channels === 1 ? 0 : c;
      if (channel >= channels) continue;
      const value = (data[i * channels + channel] - black) / (white - black);
      rgb[i * 3 + c] = Math.min(Math.max(value, 0), 1);
    }
  }
  return { width, height, channels: 3, data: rgb };
}
