import { extentOf } from '../real-values.ts';

/** How many values fall into each of a number of equally wide bins. */
export interface ValueHistogram {
  counts: Float64Array;
  /** The value in the middle of each bin. */
  centres: Float64Array;
}

/**
 * Histogram of `values` between two of them, by default the smallest and the largest; the upper end lies in
 * the last bin, a value on another edge goes up, as NumPy's `histogram`. The ends must differ.
 */
export function valueHistogram(
  values: ArrayLike<number>,
  bins: number,
  [least, most] = extentOf(values),
): ValueHistogram {
  const step = (most - least) / bins;
  const edges = Float64Array.from({ length: bins + 1 }, (_, i) => least + i * step);
  edges[bins] = most;
  const perValue = bins / (most - least);
  const counts = new Float64Array(bins);
  for (let i = 0; i < values.length; i++) {
    let bin = Math.min(bins - 1, Math.trunc((values[i] - least) * perValue));
    if (values[i] < edges[bin]) bin--;
    else if (bin < bins - 1 && values[i] >= edges[bin + 1]) bin++;
    counts[bin]++;
  }
  const centres = Float64Array.from({ length: bins }, (_, i) => (edges[i] + edges[i + 1]) / 2);
  return { counts, centres };
}

/** Histogram of whole values, one bin for each from the smallest to the largest, as scikit-image takes that of integers. */
export function integerHistogram(values: ArrayLike<number>): ValueHistogram {
  const [least, most] = extentOf(values);
  const counts = new Float64Array(most - least + 1);
  for (let i = 0; i < values.length; i++) counts[values[i] - least]++;
  return { counts, centres: counts.map((_, bin) => least + bin) };
}
