import { describe, expect, it } from 'vitest';
import { neighboursOf } from './neighbours.ts';

const centre = { seed: 7, blend: [] };

describe('neighbours of a sample', () => {
  it('have its w and that of one other seed each', () => {
    const points = neighboursOf(centre, { strength: 0.2, roll: 0, count: 12 });
    expect(points).toHaveLength(12);
    for (const { seed, blend } of points) {
      expect(seed).toBe(7);
      expect(blend[0]).toEqual({ seed: 7, weight: 0.8 });
      expect(blend[1].weight).toBe(0.2);
    }
    expect(new Set(points.map(({ blend }) => blend[1].seed)).size).toBe(12);
  });

  it('are the same for the same roll, others for another, and further seeds keep the first', () => {
    const draw = { strength: 0.2, roll: 3, count: 4 };
    const points = neighboursOf(centre, draw);
    expect(neighboursOf(centre, draw)).toEqual(points);
    expect(neighboursOf(centre, { ...draw, count: 9 }).slice(0, 4)).toEqual(points);
    expect(neighboursOf(centre, { ...draw, roll: 4 })).not.toEqual(points);
  });

  it('stay a short sum, however often one is taken', () => {
    let point: { seed: number; blend: { seed: number; weight: number }[] } = centre;
    for (let roll = 0; roll < 200; roll++) {
      [point] = neighboursOf(point, { strength: 0.05, roll, count: 1 });
    }
    expect(point.blend.length).toBeLessThanOrEqual(64);
    expect(point.blend.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
  });
});
