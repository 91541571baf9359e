/** Indices of `values` from the largest to the smallest; equal values in their order. */
export function largestFirst(values: ArrayLike<number>): number[] {
  return Array.from(values, (_, i) => i).sort((a, b) => values[b] - values[a] || a - b);
}

/** Indices of the `count` largest values, the largest first. Sorts numbers natively, and only the few that stay by index. */
export function largestValues(values: Float32Array, count: number): number[] {
  if (values.length <= count) return largestFirst(values);
  if (count <= 0) return [];
  const least = values.slice().sort()[values.length - count];
  const above: number[] = [];
  for (let i = 0; i < values.length; i++) if (values[i] >= least) above.push(i);
  return above.sort((a, b) => values[b] - values[a] || a - b).slice(0, count);
}
