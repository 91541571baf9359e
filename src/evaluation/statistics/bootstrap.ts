import { RandomState } from '../../random/random-state.ts';
import { quantile } from './quantile.ts';

/** How a bootstrap is drawn. */
export interface BootstrapOptions {
  /** Of NumPy's `RandomState`: the same seed gives the same interval. */
  seed: number;
  resamples: number;
  /** Nominal coverage, e.g. 0.95. */
  confidence: number;
}

/** An estimate and where it may lie. */
export interface Interval {
  /** Of the sample as it is; null where it is not defined. */
  estimate: number | null;
  /** Null where fewer than half of the resamples have a value. */
  low: number | null;
  high: number | null;
}

/** Places in one or several samples. */
export type Resample = readonly (readonly number[])[];

/** The samples as they are, as a resample. @param sizes Of the samples. */
export function wholeSample(sizes: readonly number[]): Resample {
  return sizes.map((size) => Array.from({ length: size }, (_, at) => at));
}

/**
 * Places drawn with putting back, from each of several independent samples as many as it has, e.g. the images of a
 * synthetic and of a real set. What is computed from the same places stays paired.
 * @param sizes Of the samples, at least 1 each.
 */
export function drawResamples(
  sizes: readonly number[],
  { seed, resamples }: Pick<BootstrapOptions, 'seed' | 'resamples'>,
): Resample[] {
  const state = new RandomState(seed);
  return Array.from({ length: resamples }, () => sizes.map((size) => state.randint(0, size, size)));
}

/**
 * The percentile interval of a bootstrap (`scipy.stats.bootstrap` with `method='percentile'`).
 * @param values Of the resamples; null where the figure is not defined.
 */
export function percentileInterval(
  estimate: number | null,
  values: readonly (number | null)[],
  confidence: number,
): Interval {
  const known = Float64Array.from(values.filter((value) => value !== null)).sort();
  if (estimate === null || known.length === 0 || known.length < values.length / 2) {
    return { estimate, low: null, high: null };
  }
  const tail = (1 - confidence) / 2;
  return { estimate, low: quantile(known, tail), high: quantile(known, 1 - tail) };
}

/**
 * Bootstrap interval of a statistic.
 * @param sizes Of the samples; without anything in one of them nothing is estimated.
 * @param statistic Of places in each sample; null where it is not defined.
 */
export function bootstrapInterval(
  sizes: readonly number[],
  statistic: (places: Resample) => number | null,
  options: BootstrapOptions,
): Interval {
  if (sizes.includes(0)) return { estimate: null, low: null, high: null };
  const values = drawResamples(sizes, options).map(statistic);
  return percentileInterval(statistic(wholeSample(sizes)), values, options.confidence);
}
