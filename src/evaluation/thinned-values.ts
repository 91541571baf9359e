/** Values as they come, in bounded memory: every n-th one is kept, n doubling whenever there are too many. */
export interface ThinnedValues {
  add(value: number): void;
  /** Values seen. */
  readonly count: number;
  /** Of all values seen. */
  readonly mean: number;
  /** The kept ones, in the order in which they came. */
  kept(): number[];
}

/** The same values in the same order keep the same ones. @param most Values kept at most. */
export function thinnedValues(most = 16_384): ThinnedValues {
  let values: number[] = [];
  let stride = 1;
  let count = 0;
  let sum = 0;
  return {
    add(value) {
      if (count % stride === 0) values.push(value);
      count += 1;
      sum += value;
      if (values.length <= most) return;
      values = values.filter((_, at) => at % 2 === 0);
      stride *= 2;
    },
    get count() {
      return count;
    },
    get mean() {
      return count === 0 ? Number.NaN : sum / count;
    },
    kept: () => values,
  };
}
