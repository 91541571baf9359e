import type { FloatImage } from '../imaging/image.ts';

/**
 * One plane of an image: the mean of its colours, an alpha channel (the fourth) left out.
 * @returns `[H, W, 1]`, values as they were.
 */
export function greyPlane({ width, height, channels, data }: FloatImage): FloatImage {
  if (channels === 1) return { width, height, channels, data };
  const colours = channels === 4 ? 3 : channels;
  const plane = new Float32Array(width * height);
  for (let i = 0; i < plane.length; i++) {
    let sum = 0;
    for (let c = 0; c < colours; c++) sum += data[i * channels + c];
    plane[i] = sum / colours;
  }
  return { width, height, channels: 1, data: plane };
}
