import { blankLike, type LevelImage } from './level-image.ts';

/** Cosine and sine, exact for quarter turns, where rounding would move pixels at the border out of the image. */
function turn(degrees: number): [cosine: number, sine: number] {
  const quarters = (((degrees / 90) % 4) + 4) % 4;
  if (Number.isInteger(quarters)) return [[1, 0, -1, 0][quarters], [0, 1, 0, -1][quarters]];
  const angle = (degrees * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle)];
}

/**
 * Rotates about the image's centre, counter-clockwise for positive angles; the size stays, and what comes from outside
 * is 0.
 * @param sampling `nearest` makes no new levels (masks, labels); `bilinear` mixes the four pixels around, those outside
 * counting as 0, and rounds.
 */
export function rotateImage(
  image: LevelImage,
  degrees: number,
  sampling: 'nearest' | 'bilinear',
): LevelImage {
  const { width, height, channels, data } = image;
  const rotated = blankLike(image, width, height);
  const [cosine, sine] = turn(degrees);
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  const level = (x: number, y: number, c: number) =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : data[(y * width + x) * channels + c];

  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - middleX, y - middleY];
      const fromX = middleX + cosine * dx - sine * dy;
      const fromY = middleY + sine * dx + cosine * dy;
      const to = (y * width + x) * channels;
      if (sampling === 'nearest') {
        const [nearX, nearY] = [Math.floor(fromX + 0.5), Math.floor(fromY + 0.5)];
        for (let c = 0; c < channels; c++) rotated.data[to + c] = level(nearX, nearY, c);
        continue;
      }
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      const [right, bottom] = [fromX - left, fromY - top];
      for (let c = 0; c < channels; c++) {
        const above = level(left, top, c) * (1 - right) + level(left + 1, top, c) * right;
        const below = level(left, top + 1, c) * (1 - right) + level(left + 1, top + 1, c) * right;
        rotated.data[to + c] = Math.round(above * (1 - bottom) + below * bottom);
      }
    }
  }
  return rotated;
}
