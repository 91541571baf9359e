import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomState } from '../random/random-state.ts';
import { clusterStyles, inertia, kMeansCentres } from './cluster-styles.ts';
import type { InstanceStyle } from './encode-styles.ts';
import { rowsByLabel } from './style-rows.ts';

/** 200 points of three numbers; scikit-learn 1.2 was given the same. */
const points = (() => {
  const numbers = new RandomState(3).randn(600);
  return Array.from({ length: 200 }, (_, i) => [...numbers.subarray(3 * i, 3 * i + 3)]);
})();

function style(label: number, share: number, ...feature: number[]): InstanceStyle {
  return { id: 1, label, area: 1, share, feature };
}

describe('kMeansCentres', () => {
  it('is as tight as scikit-learn (k-means++, 10 restarts), and the same by seed', () => {
    const centres = kMeansCentres(points, 10, 0);
    expect(centres).toHaveLength(10);
    // KMeans(10, n_init=10, random_state=0 … 9) gives 159.36 to 165.38.
    expect(inertia(points, centres)).toBeLessThan(165.38);
    expect(kMeansCentres(points, 10, 0)).toEqual(centres);
  });

  it('finds the groups that are there', () => {
    const rows = [0, 5, 9].flatMap((at) => [0.1, -0.1, 0.2, -0.2].map((by) => [at + by, -at]));
    const centres = kMeansCentres(rows, 3, 7).sort(([a], [b]) => a - b);
    for (const [i, at] of [0, 5, 9].entries()) {
      expect(centres[i][0]).toBeCloseTo(at);
      expect(centres[i][1]).toBeCloseTo(-at);
    }
  });

  it('keeps so few rows as they are, and equal ones once', () => {
    const rows = [
      [1, 2],
      [3, 4],
      [1, 2],
    ];
    expect(kMeansCentres(rows, 10, 0)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(kMeansCentres([], 10, 0)).toEqual([]);
  });

  it('never gives numbers outside of the rows', () => {
    const row = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
      minLength: 2,
      maxLength: 2,
    });
    const rows = fc.array(row, { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 8 }), (data, count) => {
        const centres = kMeansCentres(data, count, 1);
        expect(centres.length).toBeLessThanOrEqual(count);
        expect(centres.length).toBeGreaterThan(0);
        for (const value of centres.flat()) expect(Math.abs(value)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 50 },
    );
  });
});

describe('clusterStyles', () => {
  const styles = [
    style(1, 0.6, 1, 1),
    style(0, 30, 0, 0),
    style(1, 0.5, 2, 2),
    style(1, 0.7, 3, 3),
    style(2, 0.1, 4, 4),
  ];

  it('keeps, by class, instances of more than half of the unit', () => {
    expect(clusterStyles(styles)).toEqual({
      0: [[0, 0]],
      1: [
        [1, 1],
        [3, 3],
      ],
    });
    expect(clusterStyles(styles, { smallestShare: 0, clusters: 1 })[1]).toEqual([[2, 2]]);
  });

  it('takes the rows of features.npy, with shares', () => {
    expect([...rowsByLabel(styles)]).toEqual([
      [0, [[0, 0, 30]]],
      [
        1,
        [
          [1, 1, 0.6],
          [2, 2, 0.5],
          [3, 3, 0.7],
        ],
      ],
      [2, [[4, 4, 0.1]]],
    ]);
  });
});
