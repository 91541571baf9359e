import type { RealImage } from '../../imaging/real-values.ts';
import { interpolateSpline } from '../../imaging/splines/interpolating-spline.ts';

/** How one side of the image is divided into blocks. */
interface BlockAxis {
  size: number;
  count: number;
  /** Width of a block, with a fraction. */
  increment: number;
}

/** The first pixel of a block, and the first after it. */
type BlockEdges = [from: number, to: number];

function edgesOf({ increment }: BlockAxis, block: number): BlockEdges {
  return [Math.trunc(block * increment), Math.trunc((block + 1) * increment)];
}

function evenly(from: number, to: number, count: number): Float64Array {
  const step = count > 1 ? (to - from) / (count - 1) : 0;
  const values = Float64Array.from({ length: count }, (_, i) => from + i * step);
  if (count > 1) values[count - 1] = to;
  return values;
}

function blockAxis(size: number, window: number): BlockAxis {
  const count = Math.floor(size / window);
  return { size, count, increment: size / count };
}

function pixelsOfBlock(
  { width, data }: RealImage,
  [top, bottom]: BlockEdges,
  [left, right]: BlockEdges,
): Float64Array {
  const pixels = new Float64Array((bottom - top) * (right - left));
  for (let y = top; y < bottom; y++) {
    const row = data.subarray(y * width + left, y * width + right);
    pixels.set(row, (y - top) * (right - left));
  }
  return pixels;
}

/** Runs a spline through values at the blocks' middles, to one value for each pixel of the side. */
function blend(axis: BlockAxis, degree: number, rows: Float64Array[]): Float64Array[] {
  const { size, count, increment } = axis;
  const middles = evenly(Math.trunc(increment / 2), Math.trunc((count - 0.5) * increment), count);
  const pixels = evenly(0.5, Math.trunc(count * increment) - 0.5, size);
  return interpolateSpline(middles, [0.5, size - 0.5], degree, rows, pixels);
}

function transposed(rows: readonly Float64Array[]): Float64Array[] {
  return Array.from(rows[0], (_, column) => Float64Array.from(rows, (row) => row[column]));
}

/**
 * A threshold for every pixel: that of each block by `rule`, blended by a spline, cubic where there are four
 * blocks or more along both sides.
 * @param window Side of a block in pixels, at least 2 and at most half of each side; what is left over is spread
 * over all blocks.
 * @returns `[H, W]`
 */
export function blockThresholds(
  image: RealImage,
  window: number,
  rule: (pixels: Float64Array) => number,
): Float64Array {
  const down = blockAxis(image.height, window);
  const across = blockAxis(image.width, window);
  const degree = Math.min(3, Math.min(down.count, across.count) - 1);
  const blocks = Array.from({ length: down.count }, (_, i) =>
    Float64Array.from({ length: across.count }, (_, j) =>
      rule(pixelsOfBlock(image, edgesOf(down, i), edgesOf(across, j))),
    ),
  );
  const columns = transposed(blend(down, degree, blocks));
  const thresholds = new Float64Array(image.width * image.height);
  blend(across, degree, columns).forEach((column, x) => {
    for (let y = 0; y < image.height; y++) thresholds[y * image.width + x] = column[y];
  });
  return thresholds;
}
