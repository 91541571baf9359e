import type { FloatImage } from './image.ts';
import { percentiles } from './percentiles.ts';

/** A smaller spread between the percentiles counts as none. */
const NO_SPREAD = 1e-3;

/** How planes are normalised; the defaults are Cellpose's. */
export interface NormaliseOptions {
  /** Percentiles that become 0 and 1. */
  percentile?: readonly [lower: number, upper: number];
  /** Whether dark objects lie on light ground. */
  invert?: boolean;
}

/**
 * Stretches every channel on its own so that two of its percentiles become 0 and 1, without clipping; a channel of one
 * value becomes 0 (`transforms.normalize_img`, spec 1.3).
 */
export function normalisePlanes(
  { width, height, channels, data }: FloatImage,
  { percentile = [1, 99], invert = false }: NormaliseOptions = {},
): FloatImage {
  const normalised = new Float32Array(data.length);
  const plane = new Float32Array(width * height);
  for (let c = 0; c < channels; c++) {
    for (let i = 0; i < plane.length; i++) plane[i] = data[i * channels + c];
    const [low, high] = percentiles(plane, percentile);
    const spread = high - low;
    for (let i = 0; i < plane.length; i++) {
      const value = spread > NO_SPREAD ? (plane[i] - low) / spread : 0;
      normalised[i * channels + c] = invert ? 1 - value : value;
    }
  }
  return { width, height, channels, data: normalised };
}
