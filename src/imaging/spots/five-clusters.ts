import type { SpotCluster } from './spot-cluster.ts';

/** Side of the seed system's canvas. */
const CANVAS = 1024;

/**
 * Points.py puts a point at `centre + factor · d · g`, d evenly from 0 to 50 and g normal: on each axis a standard
 * deviation of `factor · 50 / √3` times that of g.
 */
const SPREAD = 50 / Math.sqrt(3);

/** Its `g · [[-5, 2], [5, 0]]`: standard deviations along and across the long axis, and the axis' angle. */
const STRETCHED = (() => {
  const [xx, xy, yy] = [50, -10, 4];
  const middle = (xx + yy) / 2;
  const half = Math.sqrt(((xx - yy) / 2) ** 2 + xy ** 2);
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy);
  return {
    major: Math.sqrt(middle + half),
    minor: Math.sqrt(middle - half),
    angleDegrees: (angle * 180) / Math.PI,
  };
})();

const ROUND = { major: 1, minor: 1, angleDegrees: 0 };

const CLUSTERS = [
  { x: 550, y: 10, count: 50, factor: 1.3, shape: ROUND },
  { x: 500, y: 410, count: 50, factor: 0.8, shape: STRETCHED },
  { x: 10, y: 900, count: 40, factor: 0.9, shape: ROUND },
  { x: 1020, y: 350, count: 40, factor: 0.9, shape: ROUND },
  { x: 1020, y: 1, count: 30, factor: 1, shape: ROUND },
];

/** A number as a person would write it: hundredths of a pixel. */
function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/**
 * The five clusters of the seed system's `Points.py`, scaled from its canvas of 1024 pixels: centres, counts and spread
 * (its heavy-tailed clouds as normal ones of the same covariance). Spots that it put outside of the image are drawn
 * again inside.
 */
export function fiveClusters({ width, height }: { width: number; height: number }): SpotCluster[] {
  const scale = Math.min(width, height) / CANVAS;
  return CLUSTERS.map(({ x, y, count, factor, shape }, stream) => ({
    x: hundredths((x * width) / CANVAS),
    y: hundredths((y * height) / CANVAS),
    count,
    sigmaMajor: hundredths(factor * SPREAD * shape.major * scale),
    sigmaMinor: hundredths(factor * SPREAD * shape.minor * scale),
    angleDegrees: hundredths(shape.angleDegrees),
    stream,
  }));
}
