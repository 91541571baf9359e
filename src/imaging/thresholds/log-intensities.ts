import { extentOf } from '../real-values.ts';

/** Intensities on a logarithmic scale, and the way back. */
export interface LogIntensities {
  /** 0 to 1. */
  values: Float64Array;
  /** The intensity that such a value stands for. */
  intensityOf: (value: number) => number;
}

/**
 * centrosome's `log_transform`: intensities are raised to at least 1/256 of their range above the smallest,
 * so that the logarithm has a floor, and their logarithms spread over 0 to 1. They must not all be equal.
 */
export function logIntensities(values: ArrayLike<number>): LogIntensities {
  const [least, most] = extentOf(values);
  const floor = least + (most - least) / 256 + Number.EPSILON;
  const lowest = Math.log(floor);
  const range = Math.log(most) - lowest;
  return {
    values: Float64Array.from(values, (v) => (Math.log(Math.max(v, floor)) - lowest) / range),
    intensityOf: (value) => Math.exp(value * range + lowest),
  };
}
