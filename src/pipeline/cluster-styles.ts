import { kmeans } from 'ml-kmeans';
import type { StyleClusters } from '../checkpoints/style-clusters.ts';
import type { InstanceStyle } from './encode-styles.ts';
import { rowsByLabel } from './style-rows.ts';

/** How styles become clusters. */
export interface ClusterOptions {
  /** Most clusters of a class. @default 10, as the original's `n_clusters` */
  clusters?: number;
  /** Instances of no larger share are left out. @default 0.5: a 64th of the image, as in the original */
  smallestShare?: number;
  /** The same seed gives the same clusters. @default 0 */
  seed?: number;
}

/** Restarts of K-means, of which the tightest is taken: twice as many as scikit-learn makes. */
const RESTARTS = 20;
const MOST_ITERATIONS = 300;

function distanceSquared(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + (value - b[i]) ** 2, 0);
}

/** Sum of the squared distances of all rows to the nearest centre. */
export function inertia(
  rows: readonly (readonly number[])[],
  centres: readonly (readonly number[])[],
): number {
  return rows.reduce(
    (sum, row) => sum + Math.min(...centres.map((centre) => distanceSquared(row, centre))),
    0,
  );
}

function distinct(rows: readonly (readonly number[])[]): number[][] {
  return [...new Map(rows.map((row) => [row.join(), [...row]])).values()];
}

/**
 * K-means centres of rows, `[≤ clusters][numbers]`: k-means++ from many seeds, the tightest result. So many rows or fewer
 * are their own centres.
 */
export function kMeansCentres(
  rows: readonly (readonly number[])[],
  clusters: number,
  seed: number,
): number[][] {
  const different = distinct(rows);
  if (different.length <= clusters) return different;
  const data = rows.map((row) => [...row]);
  let best: { centres: number[][]; spread: number } | null = null;
  for (let restart = 0; restart < RESTARTS; restart++) {
    const { centroids } = kmeans(data, clusters, {
      seed: (seed * RESTARTS + restart + 1) % 2 ** 32,
      tolerance: 0,
      maxIterations: MOST_ITERATIONS,
    });
    const spread = inertia(rows, centroids);
    if (!best || spread < best.spread) best = { centres: centroids, spread };
  }
  return best?.centres ?? [];
}

/**
 * Clusters of styles as the original's `encode_features.py` makes them: by class, K-means of the instances that are
 * large enough. A class without any is absent.
 */
export function clusterStyles(
  styles: readonly InstanceStyle[],
  { clusters = 10, smallestShare = 0.5, seed = 0 }: ClusterOptions = {},
): StyleClusters {
  const large = styles.filter(({ share }) => share > smallestShare);
  return Object.fromEntries(
    [...rowsByLabel(large)].map(([label, rows]) => {
      const features = rows.map((row) => row.slice(0, -1));
      return [String(label), kMeansCentres(features, clusters, seed)];
    }),
  );
}
