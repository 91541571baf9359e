import type { FloatImage } from '../image.ts';
import type { Spot } from './spot.ts';

/** Radii from the middle at which a spot ends: its light has fallen to `exp(-8)` there. */
const REACH = 2;
/** A narrower spot could fall between the middles of pixels. */
const SMALLEST_RADIUS = 0.75;

/**
 * The light of spots, each a Gaussian `intensity · exp(-2 d² / radius²)` (its standard deviation is half the radius),
 * added up; `[H, W]` in grey levels, not cut off at 255.
 */
export function spotLight(spots: readonly Spot[], width: number, height: number): FloatImage {
  const data = new Float32Array(width * height);
  for (const { x, y, radius, intensity } of spots) {
    const wide = Math.max(radius, SMALLEST_RADIUS);
    const reach = REACH * wide;
    const top = Math.max(0, Math.ceil(y - reach));
    const bottom = Math.min(height - 1, Math.floor(y + reach));
    const left = Math.max(0, Math.ceil(x - reach));
    const right = Math.min(width - 1, Math.floor(x + reach));
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const squared = (column - x) ** 2 + (row - y) ** 2;
        if (squared > reach * reach) continue;
        data[row * width + column] += intensity * Math.exp((-2 * squared) / (wide * wide));
      }
    }
  }
  return { width, height, channels: 1, data };
}
