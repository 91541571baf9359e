import type { FloatImage } from './image.ts';

/** The first channel of an image. */
export function firstChannel({ width, height, channels, data }: FloatImage): FloatImage {
  const first = Float32Array.from({ length: width * height }, (_, at) => data[at * channels]);
  return { width, height, channels: 1, data: first };
}
