import { readFileSync } from 'node:fs';

/** Every so many of the values of a result. */
interface Sampled {
  every: number;
  values: number[];
}

interface ScipyValues {
  width: number;
  height: number;
  levels: number[];
  otsu: number;
  multiOtsu: [number, number];
  minimumCrossEntropy: number;
  sauvola: Sampled & { window: number };
  blocks: {
    rows: number[];
    columns: number[];
    values: number[][];
    ends: [[number, number], [number, number]];
    atRows: number[];
    atColumns: number[];
    splines: Record<'1' | '2' | '3', number[][]>;
  };
  resampled: Sampled & { scale: [number, number]; shape: [number, number] };
  gaussian: Sampled & { sigma: number };
}

const path = new URL('./fixtures/scipy-values.json', import.meta.url);

/** For tests: an image and what SciPy and scikit-image make of it. */
export const SCIPY: ScipyValues = JSON.parse(readFileSync(path, 'utf8'));

/** For tests: its values from 0 to 1. */
export const SCIPY_IMAGE = Float64Array.from(SCIPY.levels, (level) => level / 255);

/** For tests: every so many of the values. */
export function sampled(values: ArrayLike<number>, every: number): number[] {
  return Array.from(values).filter((_, i) => i % every === 0);
}

/** For tests: the largest distance between two lists of numbers. */
export function largestDistance(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  return Array.from(actual).reduce((most, v, i) => Math.max(most, Math.abs(v - expected[i])), 0);
}
