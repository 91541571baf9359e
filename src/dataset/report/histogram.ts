/** Values sorted into bins of one width. */
export interface Histogram {
  from: number;
  to: number;
  /** Share of the values in each bin, for each series; adds up to 1, or all 0 without values. */
  shares: number[][];
}

const FEWEST_BINS = 8;
const MOST_BINS = 32;

/** As many bins as the values bear: twice the cube root of their number (Rice's rule). */
function binsFor(series: readonly (readonly number[])[]): number {
  const count = Math.max(...series.map((values) => values.length));
  return Math.min(MOST_BINS, Math.max(FEWEST_BINS, Math.ceil(2 * Math.cbrt(count))));
}

function range(series: readonly (readonly number[])[]): { from: number; to: number } {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const values of series) {
    for (const value of values) {
      from = Math.min(from, value);
      to = Math.max(to, value);
    }
  }
  return from <= to ? { from, to } : { from: 0, to: 1 };
}

/**
 * One histogram of several series over their common range.
 * @param whole The values are counts: every bin holds as many whole numbers as every other.
 */
export function histogramOf(series: readonly (readonly number[])[], whole: boolean): Histogram {
  const { from, to } = range(series);
  const span = whole ? to - from + 1 : to - from || 1;
  const width = whole ? Math.max(1, Math.ceil(span / MOST_BINS)) : span / binsFor(series);
  const bins = whole ? Math.ceil(span / width) : binsFor(series);
  const start = whole ? from - 0.5 : from;
  const shares = series.map((values) => {
    const counts = new Array<number>(bins).fill(0);
    for (const value of values) {
      counts[Math.min(bins - 1, Math.floor((value - start) / width))] += 1;
    }
    return counts.map((count) => (values.length === 0 ? 0 : count / values.length));
  });
  return { from: start, to: start + bins * width, shares };
}

/** Round numbers that part a range, four or so. */
export function axisTicks(from: number, to: number): number[] {
  const rough = (to - from) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough) ?? rough;
  const ticks: number[] = [];
  for (let tick = Math.ceil(from / step) * step; tick <= to + step * 1e-9; tick += step) {
    ticks.push(Number(tick.toPrecision(12)));
  }
  return ticks;
}
