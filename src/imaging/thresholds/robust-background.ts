import {
  binnedModeOf,
  meanOf,
  medianDeviationOf,
  medianOf,
  standardDeviationOf,
} from './sample-averages.ts';

export interface RobustBackgroundOptions {
  /** Share of the darkest pixels that is left out. @default 0.05 */
  lowerOutlierFraction?: number;
  /** Share of the brightest pixels that is left out. @default 0.05 */
  upperOutlierFraction?: number;
  /** @default 'Mean' */
  averagingMethod?: 'Mean' | 'Median' | 'Mode';
  /** @default 'Standard deviation' */
  varianceMethod?: 'Standard deviation' | 'Median absolute deviation';
  /** @default 2 */
  deviations?: number;
}

const AVERAGES = { Mean: meanOf, Median: medianOf, Mode: binnedModeOf };

const SPREADS = {
  'Standard deviation': standardDeviationOf,
  'Median absolute deviation': medianDeviationOf,
};

/** Python's `round`: halves go to the even number. */
function roundToEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

/**
 * CellProfiler's robust background threshold: the background's average and some deviations, after the darkest
 * and brightest pixels are left out. When no dark one is to be left out, no bright one is either, as there.
 * Fewer than three values give 0; equal ones their value.
 */
export function robustBackground(
  values: ArrayLike<number>,
  options: RobustBackgroundOptions = {},
): number {
  const {
    lowerOutlierFraction = 0.05,
    upperOutlierFraction = 0.05,
    averagingMethod = 'Mean',
    varianceMethod = 'Standard deviation',
    deviations = 2,
  } = options;
  const count = values.length;
  if (count < 3) return 0;
  const sorted = Float64Array.from(values).sort();
  if (sorted[0] === sorted[count - 1]) return sorted[0];
  const low = roundToEven(count * lowerOutlierFraction);
  const high = count - roundToEven(count * upperOutlierFraction);
  const kept = low === 0 || high <= low ? sorted : sorted.subarray(low, high);
  return AVERAGES[averagingMethod](kept) + SPREADS[varianceMethod](kept) * deviations;
}
