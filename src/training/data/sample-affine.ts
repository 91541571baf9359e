import type { FloatImage, LabelImage } from '../../imaging/image.ts';

/** Where the pixels of an example come from: `x`, `y` is its middle's place, the others are steps along its axes. */
export interface Affine {
  x: number;
  y: number;
  /** Along x for a step to the right, along x for a step down, along y likewise. */
  xx: number;
  xy: number;
  yx: number;
  yy: number;
}

/** Position `i` in a line that is mirrored at both ends, the end sample twice. */
function mirrored(i: number, length: number): number {
  const period = 2 * length;
  const j = ((i % period) + period) % period;
  return j < length ? j : period - 1 - j;
}

/** Calls `visit` with every pixel's index and where it comes from. */
function eachSource(
  { x, y, xx, xy, yx, yy }: Affine,
  size: number,
  visit: (index: number, fromX: number, fromY: number) => void,
): void {
  const middle = (size - 1) / 2;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const [right, down] = [column - middle, row - middle];
      visit(row * size + column, x + xx * right + xy * down, y + yx * right + yy * down);
    }
  }
}

/** Pixels between those of an image, by the four around; the image is mirrored at its borders. */
export function sampleBilinear(image: FloatImage, affine: Affine, size: number): FloatImage {
  const { width, height, channels, data } = image;
  const result = new Float32Array(size * size * channels);
  eachSource(affine, size, (index, fromX, fromY) => {
    const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
    const [right, down] = [fromX - left, fromY - top];
    const [x0, x1] = [mirrored(left, width), mirrored(left + 1, width)];
    const [y0, y1] = [mirrored(top, height) * width, mirrored(top + 1, height) * width];
    for (let c = 0; c < channels; c++) {
      const at = (x: number, y: number) => data[(y + x) * channels + c];
      const above = at(x0, y0) * (1 - right) + at(x1, y0) * right;
      const below = at(x0, y1) * (1 - right) + at(x1, y1) * right;
      result[index * channels + c] = above * (1 - down) + below * down;
    }
  });
  return { width: size, height: size, channels, data: result };
}

/** The nearest pixels of a label map, mirrored as the image is. */
export function sampleNearest(labels: LabelImage, affine: Affine, size: number): LabelImage {
  const { width, height, data } = labels;
  const result = new Uint16Array(size * size);
  eachSource(affine, size, (index, fromX, fromY) => {
    const x = mirrored(Math.round(fromX), width);
    result[index] = data[mirrored(Math.round(fromY), height) * width + x];
  });
  return { width: size, height: size, data: result };
}
