import { edgeIndex } from './line-edges.ts';

/** One pass of a kernel of three over the lines of an image, which is mirrored at its edges. */
function correlateThree(
  values: ArrayLike<number>,
  width: number,
  height: number,
  axis: 'x' | 'y',
  [before, here, after]: readonly [number, number, number],
): Float64Array {
  const result = new Float64Array(width * height);
  for (let y = 0; y < height; y++) {
    const above = axis === 'y' ? edgeIndex(y - 1, height, 'reflect') : y;
    const below = axis === 'y' ? edgeIndex(y + 1, height, 'reflect') : y;
    for (let x = 0; x < width; x++) {
      const left = axis === 'x' ? edgeIndex(x - 1, width, 'reflect') : x;
      const right = axis === 'x' ? edgeIndex(x + 1, width, 'reflect') : x;
      result[y * width + x] =
        before * values[above * width + left] +
        here * values[y * width + x] +
        after * values[below * width + right];
    }
  }
  return result;
}

/**
 * How fast `[H, W]` values rise along one axis, smoothed across it by 1 2 1: SciPy's `sobel`, which is not divided by
 * the sum of its weights.
 */
export function sobelAlong(
  values: ArrayLike<number>,
  width: number,
  height: number,
  axis: 'x' | 'y',
): Float64Array {
  const rise = correlateThree(values, width, height, axis, [-1, 0, 1]);
  return correlateThree(rise, width, height, axis === 'x' ? 'y' : 'x', [1, 2, 1]);
}

/** Strength of edges in `[H, W]` values, as scikit-image's `sobel`: at most the range of the values. */
export function sobelMagnitude(
  values: ArrayLike<number>,
  width: number,
  height: number,
): Float64Array {
  const across = sobelAlong(values, width, height, 'x');
  const down = sobelAlong(values, width, height, 'y');
  // The weights across a rise sum to four; the mean of the two squares halves them.
  return across.map((rise, i) => Math.sqrt((rise * rise + down[i] * down[i]) / 32));
}
