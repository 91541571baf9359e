import { blankLike, type LevelImage } from './level-image.ts';

/** The image mirrored left to right (`horizontal`) or top to bottom. */
export function flipImage(image: LevelImage, direction: 'horizontal' | 'vertical'): LevelImage {
  const { width, height, channels, data } = image;
  const flipped = blankLike(image, width, height);
  const line = width * channels;
  for (let y = 0; y < height; y++) {
    if (direction === 'vertical') {
      flipped.data.set(data.subarray(y * line, (y + 1) * line), (height - 1 - y) * line);
      continue;
    }
    for (let x = 0; x < width; x++) {
      const from = y * line + x * channels;
      const to = y * line + (width - 1 - x) * channels;
      for (let c = 0; c < channels; c++) flipped.data[to + c] = data[from + c];
    }
  }
  return flipped;
}
