import { describe, expect, it } from 'vitest';
import { bootstrapInterval, drawResamples } from './bootstrap.ts';

const FIRST = [0.61, 0.55, 0.7, 0.43, 0.58, 0.66, 0.49, 0.72, 0.51, 0.64];
const SECOND = [0.58, 0.5, 0.71, 0.39, 0.46, 0.6, 0.51, 0.58, 0.44, 0.55];
const mean = (values: readonly number[], places: readonly number[]) =>
  places.reduce((sum, at) => sum + values[at], 0) / places.length;

describe('bootstrapInterval', () => {
  it("gives scipy.stats.bootstrap's percentile interval of the same stream", () => {
    const interval = bootstrapInterval([10], ([places]) => mean(FIRST, places), {
      seed: 5,
      resamples: 500,
      confidence: 0.9,
    });
    expect(interval.estimate).toBeCloseTo(0.589, 12);
    expect(interval.low).toBeCloseTo(0.541, 12);
    expect(interval.high).toBeCloseTo(0.635, 12);
  });

  it('keeps pairs together', () => {
    const interval = bootstrapInterval(
      [10],
      ([places]) => mean(FIRST, places) - mean(SECOND, places),
      { seed: 6, resamples: 500, confidence: 0.95 },
    );
    expect(interval.low).toBeCloseTo(0.025475, 9);
    expect(interval.high).toBeCloseTo(0.088, 9);
  });

  it('draws several samples apart, and the same again by the seed', () => {
    const draw = (seed: number) => drawResamples([2, 3], { seed, resamples: 4 });
    expect(draw(1)).toEqual(draw(1));
    expect(draw(2)).not.toEqual(draw(1));
    for (const [first, second] of draw(1)) {
      expect([first.length, second.length]).toEqual([2, 3]);
      expect(Math.max(...first)).toBeLessThan(2);
      expect(Math.max(...second)).toBeLessThan(3);
    }
  });

  it('has no interval where the statistic is mostly not defined, and nothing without samples', () => {
    const options = { seed: 0, resamples: 20, confidence: 0.95 };
    const isWhole = (places: readonly number[]) => places.every((place, at) => place === at);
    const once = bootstrapInterval([3], ([places]) => (isWhole(places) ? 1 : null), options);
    expect(once).toEqual({ estimate: 1, low: null, high: null });
    expect(bootstrapInterval([0], () => 1, options).estimate).toBeNull();
    expect(bootstrapInterval([1], () => 4, options)).toEqual({ estimate: 4, low: 4, high: 4 });
  });
});
