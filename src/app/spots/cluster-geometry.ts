import { pointOfCluster, type SpotCluster } from '../../imaging/spots/spot-cluster.ts';

/** What of a cluster can be dragged. */
export type ClusterHandle = 'centre' | 'along' | 'across' | 'turn';

/** A place in the sample, in pixels. */
export interface Point {
  x: number;
  y: number;
}

/** A cluster is drawn as the ellipse of so many standard deviations: 86 % of its spots lie inside. */
export const DRAWN_SIGMAS = 2;

const SMALLEST_SIGMA = 0.1;

/** Hundredths of a pixel or degree: finer is not seen, and links stay short. */
export function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/** In (-90, 90]: an ellipse that is turned by 180° is itself, and so are its handles. */
function uprightDegrees(degrees: number): number {
  const turned = ((degrees % 360) + 360) % 360;
  return hundredths(turned > 180 ? turned - 360 : turned);
}

/**
 * Where the handles of a cluster are.
 * @param beyond Pixels of the sample from the end of the long axis to the handle that turns it.
 */
export function handlePlaces(cluster: SpotCluster, beyond: number): Record<ClusterHandle, Point> {
  const reach = cluster.sigmaMajor > 0 ? beyond / cluster.sigmaMajor : 0;
  return {
    centre: { x: cluster.x, y: cluster.y },
    along: pointOfCluster(cluster, DRAWN_SIGMAS, 0),
    across: pointOfCluster(cluster, 0, DRAWN_SIGMAS),
    turn: pointOfCluster(cluster, DRAWN_SIGMAS + reach, 0),
  };
}

/**
 * A cluster after a handle was dragged: the centre moves it, the ends of its axes set its standard deviations, the last
 * one turns it.
 * @param start The cluster when the drag began, @param from where, @param to the pointer now.
 */
export function dragHandle(
  start: SpotCluster,
  handle: ClusterHandle,
  from: Point,
  to: Point,
): SpotCluster {
  const angle = (start.angleDegrees * Math.PI) / 180;
  const [dx, dy] = [to.x - start.x, to.y - start.y];
  const sigma = (length: number) =>
    hundredths(Math.max(SMALLEST_SIGMA, Math.abs(length) / DRAWN_SIGMAS));
  switch (handle) {
    case 'centre':
      return moveCluster(start, to.x - from.x, to.y - from.y);
    case 'along':
      return { ...start, sigmaMajor: sigma(dx * Math.cos(angle) + dy * Math.sin(angle)) };
    case 'across':
      return { ...start, sigmaMinor: sigma(dy * Math.cos(angle) - dx * Math.sin(angle)) };
    case 'turn':
      return { ...start, angleDegrees: uprightDegrees((Math.atan2(dy, dx) * 180) / Math.PI) };
  }
}

/** A cluster moved by pixels. */
export function moveCluster(cluster: SpotCluster, dx: number, dy: number): SpotCluster {
  return { ...cluster, x: hundredths(cluster.x + dx), y: hundredths(cluster.y + dy) };
}

/** A cluster whose standard deviations grow by factors. */
export function stretchCluster(cluster: SpotCluster, along: number, across: number): SpotCluster {
  const grown = (sigma: number, factor: number) =>
    hundredths(Math.max(SMALLEST_SIGMA, sigma * factor));
  return {
    ...cluster,
    sigmaMajor: grown(cluster.sigmaMajor, along),
    sigmaMinor: grown(cluster.sigmaMinor, across),
  };
}

/** A cluster turned clockwise. */
export function turnCluster(cluster: SpotCluster, degrees: number): SpotCluster {
  return { ...cluster, angleDegrees: uprightDegrees(cluster.angleDegrees + degrees) };
}
