import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CytoForgeError } from '../../errors.ts';
import type { LabelImage } from '../image.ts';
import { fiveClusters } from './five-clusters.ts';
import { placeSpots, type SpotPlan } from './place-spots.ts';
import { pointMask } from './point-mask.ts';
import { covarianceOf, type SpotCluster } from './spot-cluster.ts';
import { findRegions, SPOT_REGIONS, type SpotRegion } from './spot-regions.ts';

const PLAN: SpotPlan = {
  seed: 1,
  clusters: [],
  scatters: [],
  radius: { from: 1, to: 3 },
  intensity: { from: 100, to: 200 },
  fallOff: 0,
};

const CLUSTER: SpotCluster = {
  x: 200,
  y: 150,
  count: 4000,
  sigmaMajor: 30,
  sigmaMinor: 8,
  angleDegrees: 25,
};

/** Two cells: the left half, and a square in the right one. */
function labelMap(width = 400, height = 300): LabelImage {
  const data = new Uint16Array(width * height);
  for (let at = 0; at < data.length; at++) {
    const [x, y] = [at % width, Math.floor(at / width)];
    if (x < width / 2) data[at] = 7;
    else if (x >= 0.7 * width && x < 0.9 * width && y < height / 2) data[at] = 3;
  }
  return { width, height, data };
}

function place(plan: Partial<SpotPlan>, labels = labelMap()) {
  return placeSpots({ ...PLAN, ...plan }, labels, findRegions(labels, null));
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('placeSpots', () => {
  it('gives clusters the covariance of their axes', () => {
    const spots = place({ clusters: [CLUSTER] });
    expect(spots.length).toBe(4000);
    const [x, y] = [mean(spots.map((spot) => spot.x)), mean(spots.map((spot) => spot.y))];
    expect(Math.abs(x - 200)).toBeLessThan((5 * 30) / Math.sqrt(4000));
    expect(Math.abs(y - 150)).toBeLessThan((5 * 15) / Math.sqrt(4000));
    const { xx, xy, yy } = covarianceOf(CLUSTER);
    const product = (of: (spot: { dx: number; dy: number }) => number) =>
      mean(spots.map((spot) => of({ dx: spot.x - x, dy: spot.y - y })));
    // Five standard errors of a covariance of 4,000 normal numbers.
    const error = (a: number, b: number, ab: number) => 5 * Math.sqrt((a * b + ab * ab) / 4000);
    expect(Math.abs(product(({ dx }) => dx * dx) - xx)).toBeLessThan(error(xx, xx, xx));
    expect(Math.abs(product(({ dy }) => dy * dy) - yy)).toBeLessThan(error(yy, yy, yy));
    expect(Math.abs(product(({ dx, dy }) => dx * dy) - xy)).toBeLessThan(error(xx, yy, xy));
  });

  it('draws radius and intensity evenly, and the cell from the label map', () => {
    const labels = labelMap();
    const spots = place({ clusters: [CLUSTER] }, labels);
    for (const property of ['radius', 'intensity'] as const) {
      const { from, to } = PLAN[property];
      const values = spots.map((spot) => spot[property]);
      expect(Math.min(...values)).toBeGreaterThanOrEqual(from);
      expect(Math.max(...values)).toBeLessThan(to);
      expect(Math.abs(mean(values) - (from + to) / 2)).toBeLessThan((to - from) * 0.025);
    }
    for (const { x, y, cell } of spots) {
      expect(cell).toBe(labels.data[Math.round(y) * labels.width + Math.round(x)]);
    }
    expect(new Set(spots.map(({ cell }) => cell))).toEqual(new Set([0, 7]));
  });

  it('dims spots away from the centre, by all of the fall-off three deviations away', () => {
    const intensity = { from: 100, to: 100 };
    const round = { ...CLUSTER, sigmaMajor: 20, sigmaMinor: 20, angleDegrees: 0 };
    for (const spot of place({ clusters: [round], intensity, fallOff: 0.6 })) {
      const away = Math.hypot(spot.x - 200, spot.y - 150) / 20;
      expect(spot.intensity).toBeCloseTo(100 * (1 - 0.6 * Math.min(1, away / 3)), 6);
    }
  });

  it('keeps the pattern of a cluster that is moved, stretched or given more spots', () => {
    const before = place({ clusters: [{ ...CLUSTER, count: 20 }] });
    const moved = place({ clusters: [{ ...CLUSTER, count: 30, x: 210 }] });
    for (const [at, spot] of before.entries()) {
      expect(moved[at].x).toBeCloseTo(spot.x + 10, 9);
      expect(moved[at].radius).toBe(spot.radius);
    }
    const flat = { ...CLUSTER, count: 20, angleDegrees: 0, sigmaMajor: 10, sigmaMinor: 10 };
    const narrow = place({ clusters: [flat] });
    const wide = place({ clusters: [{ ...flat, sigmaMajor: 20 }] });
    for (const [at, spot] of narrow.entries()) {
      expect(wide[at].x - 200).toBeCloseTo(2 * (spot.x - 200), 9);
      expect(wide[at].y).toBeCloseTo(spot.y, 9);
    }
  });

  it('lets no group change another', () => {
    const first = { ...CLUSTER, count: 5, stream: 4 };
    const second = { ...CLUSTER, count: 5, x: 90, stream: 9 };
    const scatters = [{ region: 'cells' as const, density: 0.5 }];
    const both = place({ clusters: [first, second], scatters });
    expect(place({ clusters: [second], scatters })).toEqual(both.slice(5));
    expect(place({ clusters: [], scatters })).toEqual(both.slice(10));
    const more = place({ scatters: [{ region: 'nuclei', density: 1 }, ...scatters] });
    expect(more.slice(-both.slice(10).length)).toEqual(both.slice(10));
  });

  it('keeps clusters at the border in the image, and gives up on those far outside', () => {
    const corner = { ...CLUSTER, x: 0, y: 299, count: 200 };
    const spots = place({ clusters: [corner] });
    expect(spots.length).toBe(200);
    expect(spots.every(({ x, y }) => x >= -0.5 && y >= -0.5 && x < 399.5 && y < 299.5)).toBe(true);
    expect(place({ clusters: [{ ...CLUSTER, x: 9000, count: 5 }] })).toEqual([]);
  });

  it.each(SPOT_REGIONS)('strews %s at its density, and nowhere else', (region: SpotRegion) => {
    const labels = labelMap();
    const regions = findRegions(labels, null);
    const pixels = new Set(regions.pixelsOf(region));
    const scatters = [{ region, density: 40 }];
    const spots = placeSpots({ ...PLAN, scatters }, labels, regions);
    const expected = (pixels.size * 40) / 1000;
    expect(Math.abs(spots.length - expected)).toBeLessThan(5 * Math.sqrt(expected));
    const at = ({ x, y }: { x: number; y: number }) => Math.round(y) * 400 + Math.round(x);
    expect(spots.every((spot) => pixels.has(at(spot)))).toBe(true);
  });

  it('has a Poisson number of scattered spots, and keeps them when there are to be more', () => {
    const labels = labelMap(60, 40);
    const counts = Array.from({ length: 400 }, (_, seed) => {
      return place({ seed, scatters: [{ region: 'cells', density: 10 }] }, labels).length;
    });
    const cells = findRegions(labels, null).pixelsOf('cells').length;
    const average = mean(counts);
    expect(Math.abs(average - cells / 100)).toBeLessThan(5 * Math.sqrt(cells / 100 / 400));
    const variance = mean(counts.map((count) => (count - average) ** 2));
    expect(variance / average).toBeGreaterThan(0.7);
    expect(variance / average).toBeLessThan(1.3);
    const few = place({ scatters: [{ region: 'background', density: 1 }] });
    const many = place({ scatters: [{ region: 'background', density: 3 }] });
    expect(many.slice(0, few.length)).toEqual(few);
    expect(many.length).toBeGreaterThan(few.length);
  });

  it('is the same for the same seed', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 32 - 2), (seed) => {
        const plan = { clusters: [{ ...CLUSTER, count: 10 }], scatters: [] };
        expect(place({ ...plan, seed })).toEqual(place({ ...plan, seed }));
        expect(place({ ...plan, seed: seed + 1 })).not.toEqual(place({ ...plan, seed }));
      }),
      { numRuns: 10 },
    );
  });

  it('refuses more spots than one sample may have', () => {
    expect(() => place({ clusters: [{ ...CLUSTER, count: 300_000 }] })).toThrow(CytoForgeError);
    expect(() => place({ scatters: [{ region: 'background', density: 1e6 }] })).toThrow(
      CytoForgeError,
    );
  });
});

describe('the five clusters of the seed system', () => {
  it.each([1024, 256])('are all there and marked at %s pixels', (side) => {
    const labels = { width: side, height: side, data: new Uint16Array(side * side) };
    const clusters = fiveClusters(labels);
    expect(clusters.map(({ count }) => count)).toEqual([50, 50, 40, 40, 30]);
    const spots = place({ clusters, radius: { from: 3, to: 3 } }, labels);
    expect(spots.length).toBe(50 + 50 + 40 + 40 + 30);
    const mask = pointMask(spots, side, side);
    const unmarked = spots.filter(
      ({ x, y }) => mask.data[Math.round(y) * side + Math.round(x)] !== 255,
    );
    expect(unmarked).toEqual([]);
  });

  it('have the centres and the spread of Points.py', () => {
    const [round, stretched] = fiveClusters({ width: 1024, height: 1024 });
    expect(round).toMatchObject({ x: 550, y: 10 });
    // 1.3 · 50 / √3
    expect(round.sigmaMajor).toBeCloseTo(37.53, 2);
    expect(stretched).toMatchObject({ x: 500, y: 410 });
    const { xx, xy, yy } = covarianceOf(stretched);
    const scale = (0.8 * 50) ** 2 / 3;
    for (const [found, expected] of [
      [xx, 50 * scale],
      [xy, -10 * scale],
      [yy, 4 * scale],
    ]) {
      expect(Math.abs(found / expected - 1)).toBeLessThan(1e-3);
    }
    expect(fiveClusters({ width: 256, height: 256 })[0].x).toBe(137.5);
  });
});
