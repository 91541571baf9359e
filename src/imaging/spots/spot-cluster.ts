/** A cloud of spots: a normal distribution with its own axes, in pixels of the sample. */
export interface SpotCluster {
  /** Centre. */
  x: number;
  y: number;
  count: number;
  /** Standard deviation along the long axis. */
  sigmaMajor: number;
  /** Across it. */
  sigmaMinor: number;
  /** Of the long axis, clockwise from the x axis as the image is seen. */
  angleDegrees: number;
  /** Which of the seed's random streams it draws from; absent: that of its place in the list. */
  stream?: number;
}

/** Symmetric: the covariance of x with itself, of x with y, of y with itself. */
export interface Covariance {
  xx: number;
  xy: number;
  yy: number;
}

/** The covariance of a cluster in square pixels. */
export function covarianceOf({
  sigmaMajor,
  sigmaMinor,
  angleDegrees,
}: Pick<SpotCluster, 'sigmaMajor' | 'sigmaMinor' | 'angleDegrees'>): Covariance {
  const angle = (angleDegrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [major, minor] = [sigmaMajor ** 2, sigmaMinor ** 2];
  return {
    xx: cos * cos * major + sin * sin * minor,
    xy: cos * sin * (major - minor),
    yy: sin * sin * major + cos * cos * minor,
  };
}

/** A point at `along` and `across` standard deviations from the centre, on the axes. */
export function pointOfCluster(
  cluster: Omit<SpotCluster, 'count' | 'stream'>,
  along: number,
  across: number,
): { x: number; y: number } {
  const angle = (cluster.angleDegrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [major, minor] = [along * cluster.sigmaMajor, across * cluster.sigmaMinor];
  return { x: cluster.x + cos * major - sin * minor, y: cluster.y + sin * major + cos * minor };
}
