import { fillHoles } from '../../imaging/fill-holes.ts';
import type { FloatImage } from '../../imaging/image.ts';

/** Probabilities `[H, W, 1]` with 1 in the holes of what lies above `threshold`. */
export function fillProbability(probability: FloatImage, threshold: number): FloatImage {
  const { width, height, data } = probability;
  const mask = Uint8Array.from(data, (value) => (value > threshold ? 255 : 0));
  const filled = fillHoles({ width, height, channels: 1, data: mask }).data;
  return {
    ...probability,
    data: data.map((value, i) => (mask[i] === 0 && filled[i] !== 0 ? 1 : value)),
  };
}
