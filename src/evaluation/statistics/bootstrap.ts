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

/** Places drawn with putting back, as many as there are, from one or several groups. */
export type Resample = readonly number[][];

const inOrder = (size: number) => Array.from({ length: size }, (_, at) => at);

/**
 * Percentile bootstrap of a statistic of one or several independent samples, e.g. the images of a synthetic and of a
 * real set (`scipy.stats.bootstrap` with `method='percentile'`). Paired figures keep their pairs when both are computed
 * from the same places.
 * @param sizes Of the samples.
 * @param statistic Of places in each sample; null or NaN where it is not defined.
 */
export function bootstrapInterval(
  sizes: readonly number[],
  statistic: (places: Resample) => number | null,
  { seed, resamples, confidence }: BootstrapOptions,
): Interval {
  const estimate = sizes.includes(0) ? null : statistic(sizes.map(inOrder));
  if (estimate === null || Number.isNaN(estimate)) return { estimate: null, low: null, high: null };
  const state = new RandomState(seed);
  const values: number[] = [];
  for (let resample = 0; resample < resamples; resample++) {
    const value = statistic(sizes.map((size) => state.randint(0, size, size)));
    if (value !== null && !Number.isNaN(value)) values.push(value);
  }
  if (values.length === 0 || values.length < resamples / 2)
    return { estimate, low: null, high: null };
  const sorted = Float64Array.from(values).sort();
  const tail = (1 - confidence) / 2;
  return { estimate, low: quantile(sorted, tail), high: quantile(sorted, 1 - tail) };
}
