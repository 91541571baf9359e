/**
 * The straight line of least squares through points.
 * @returns Slope and intercept; NaN for fewer than two different `x`.
 */
export function linearFit(points: readonly (readonly [x: number, y: number])[]): {
  slope: number;
  intercept: number;
} {
  const count = points.length;
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / count;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / count;
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const shared = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const slope = spread === 0 ? Number.NaN : shared / spread;
  return { slope, intercept: meanY - slope * meanX };
}
