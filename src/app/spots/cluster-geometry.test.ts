import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ClusterHandle,
  dragHandle,
  handlePlaces,
  moveCluster,
  stretchCluster,
  turnCluster,
} from './cluster-geometry.ts';

const CLUSTER = { x: 50, y: 40, count: 10, sigmaMajor: 20, sigmaMinor: 5, angleDegrees: 90 };

const anyCluster = fc.record({
  x: fc.integer({ min: 0, max: 256 }),
  y: fc.integer({ min: 0, max: 256 }),
  count: fc.constant(1),
  sigmaMajor: fc.integer({ min: 1, max: 80 }),
  sigmaMinor: fc.integer({ min: 1, max: 80 }),
  angleDegrees: fc.integer({ min: -179, max: 180 }),
});

describe('the handles of a cluster', () => {
  it('are at two standard deviations, y being down', () => {
    const { along, across, turn } = handlePlaces(CLUSTER, 6);
    expect(along.x).toBeCloseTo(50, 9);
    expect(along.y).toBeCloseTo(80, 9);
    expect(across.x).toBeCloseTo(40, 9);
    expect(turn.y).toBeCloseTo(86, 9);
  });

  it('change nothing when they are dragged to where they are', () => {
    const handles: ClusterHandle[] = ['centre', 'along', 'across', 'turn'];
    fc.assert(
      fc.property(anyCluster, fc.constantFrom(...handles), (cluster, handle) => {
        const place = handlePlaces(cluster, 9)[handle];
        const dragged = dragHandle(cluster, handle, place, place);
        for (const [name, value] of Object.entries(cluster)) {
          expect(dragged[name as keyof typeof cluster]).toBeCloseTo(value, 6);
        }
      }),
    );
  });

  it('follow the pointer', () => {
    const from = { x: 52, y: 41 };
    expect(dragHandle(CLUSTER, 'centre', from, { x: 62, y: 31 })).toEqual({
      ...CLUSTER,
      x: 60,
      y: 30,
    });
    expect(dragHandle(CLUSTER, 'along', from, { x: 71, y: 60 })).toEqual({
      ...CLUSTER,
      sigmaMajor: 10,
    });
    expect(dragHandle(CLUSTER, 'across', from, { x: 20, y: 99 })).toEqual({
      ...CLUSTER,
      sigmaMinor: 15,
    });
    expect(dragHandle(CLUSTER, 'turn', from, { x: 60, y: 50 })).toEqual({
      ...CLUSTER,
      angleDegrees: 45,
    });
  });

  it('never make a spread of nothing', () => {
    expect(dragHandle(CLUSTER, 'along', CLUSTER, CLUSTER).sigmaMajor).toBe(0.1);
    expect(stretchCluster(CLUSTER, 0, 0)).toMatchObject({ sigmaMajor: 0.1, sigmaMinor: 0.1 });
  });
});

it('clusters move, stretch and turn', () => {
  expect(moveCluster(CLUSTER, -1, 10)).toMatchObject({ x: 49, y: 50 });
  expect(stretchCluster(CLUSTER, 1.5, 1)).toMatchObject({ sigmaMajor: 30, sigmaMinor: 5 });
  expect(turnCluster(CLUSTER, 95).angleDegrees).toBe(-175);
});
