/** The middle value, or the mean of the middle two; NaN of none. */
export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Median diameter of objects in pixels as Cellpose's `utils.diameters`: of the circle with the median object's area.
 * @returns 0 without objects.
 */
export function medianDiameter(areas: ArrayLike<number>): number {
  if (areas.length === 0) return 0;
  return median(Array.from(areas, Math.sqrt)) / (Math.sqrt(Math.PI) / 2);
}
