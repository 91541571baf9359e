import type { ByteImage, FloatImage } from './image.ts';

/** Where the levels of a picture begin and end. */
export interface MapRange {
  low: number;
  high: number;
}

/**
 * The values of a map's first channel between which a picture of it lies: its own, or, `aroundZero`, as far to both sides
 * of zero, so that the middle grey is zero.
 */
export function mapRange({ channels, data }: FloatImage, aroundZero: boolean): MapRange {
  let [low, high] = [Infinity, -Infinity];
  for (let at = 0; at < data.length; at += channels) {
    const value = data[at];
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return { low: 0, high: 0 };
  if (!aroundZero) return { low, high };
  const reach = Math.max(Math.abs(low), Math.abs(high));
  return { low: -reach, high: reach };
}

/** The first channel of a map as grey levels over a range; an even map is black. */
export function normaliseMap(map: FloatImage, { low, high }: MapRange): ByteImage {
  const { width, height, channels, data } = map;
  const grey = new Uint8Array(width * height);
  const scale = high > low ? 255 / (high - low) : 0;
  for (let i = 0; i < grey.length; i++) {
    grey[i] = Math.min(255, Math.max(0, Math.round((data[i * channels] - low) * scale)));
  }
  return { width, height, channels: 1, data: grey };
}
