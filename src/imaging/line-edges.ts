/**
 * What lies beyond the ends of a line `a b c`, under SciPy's names: `reflect` goes on `c b a`, `mirror` goes on `b a`,
 * `nearest` repeats `c`, `constant` is 0.
 */
export type Edges = 'reflect' | 'mirror' | 'nearest' | 'constant';

/**
 * Which sample of a line of `length` stands at position `i`, which may lie beyond its ends; -1 where there is
 * only a constant.
 */
export function edgeIndex(i: number, length: number, edges: Edges): number {
  if (i >= 0 && i < length) return i;
  if (edges === 'constant') return -1;
  if (edges === 'nearest' || length === 1) return i < 0 ? 0 : length - 1;
  const period = edges === 'reflect' ? 2 * length : 2 * length - 2;
  const j = ((i % period) + period) % period;
  if (j < length) return j;
  return edges === 'reflect' ? period - 1 - j : period - j;
}

/** `edgeIndex` of the positions from `-radius` to `length - 1 + radius`. */
export function edgeSources(length: number, radius: number, edges: Edges): Int32Array {
  return Int32Array.from({ length: length + 2 * radius }, (_, i) =>
    edgeIndex(i - radius, length, edges),
  );
}
