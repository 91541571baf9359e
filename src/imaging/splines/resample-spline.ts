import { splineCoefficients } from './spline-coefficients.ts';

const TAPS = 4;

/** Which four coefficients a position is made of, and their weights. */
interface SplineTaps {
  indices: Int32Array;
  weights: Float64Array;
  /** 0 where the position lies outside the samples. */
  inside: Uint8Array;
}

function mirroredIndex(i: number, length: number): number {
  if (length === 1) return 0;
  const period = 2 * (length - 1);
  const j = ((i % period) + period) % period;
  return j < length ? j : period - j;
}

function tapsOf(positions: Float64Array, length: number): SplineTaps {
  const indices = new Int32Array(positions.length * TAPS);
  const weights = new Float64Array(positions.length * TAPS);
  const inside = new Uint8Array(positions.length);
  for (let p = 0; p < positions.length; p++) {
    const position = positions[p];
    inside[p] = position >= 0 && position <= length - 1 ? 1 : 0;
    const floor = Math.floor(position);
    const t = position - floor;
    const u = 1 - t;
    const first = (u * u * u) / 6;
    const second = (t * t * (t - 2) * 3 + 4) / 6;
    const third = (u * u * (u - 2) * 3 + 4) / 6;
    weights.set([first, second, third, 1 - first - second - third], p * TAPS);
    for (let tap = 0; tap < TAPS; tap++) {
      indices[p * TAPS + tap] = mirroredIndex(floor - 1 + tap, length);
    }
  }
  return { indices, weights, inside };
}

/**
 * `[H, W]` samples at the crossings of `rows` and `columns` (positions in pixels, centre of the first pixel
 * at 0) by cubic B-spline; 0 outside the outermost pixels' centres. SciPy's `map_coordinates` with `order=3,
 * mode='constant'`.
 * @returns `[rows.length, columns.length]`
 */
export function resampleSpline(
  samples: ArrayLike<number>,
  width: number,
  height: number,
  rows: Float64Array,
  columns: Float64Array,
): Float64Array {
  const coefficients = splineCoefficients(samples, width, height);
  const down = tapsOf(rows, height);
  const across = tapsOf(columns, width);
  const resampled = new Float64Array(rows.length * columns.length);
  for (let r = 0; r < rows.length; r++) {
    if (down.inside[r] === 0) continue;
    for (let c = 0; c < columns.length; c++) {
      if (across.inside[c] === 0) continue;
      let sum = 0;
      for (let i = r * TAPS; i < (r + 1) * TAPS; i++) {
        const start = down.indices[i] * width;
        const weight = down.weights[i];
        for (let j = c * TAPS; j < (c + 1) * TAPS; j++) {
          sum += coefficients[start + across.indices[j]] * weight * across.weights[j];
        }
      }
      resampled[r * columns.length + c] = sum;
    }
  }
  return resampled;
}
