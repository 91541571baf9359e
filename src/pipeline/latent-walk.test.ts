import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyframeWeights, keyframeWeightsAt } from './keyframe-weights.ts';
import type { LatentPoint } from './latent-sum.ts';
import { walkLength, walkPoint } from './latent-walk.ts';

const seedsOnly = (...seeds: number[]): LatentPoint[] => seeds.map((seed) => ({ seed, blend: [] }));
const walk = (seeds: number[], curve: 'linear' | 'cubic', loop = false) => ({
  keyframes: seedsOnly(...seeds),
  curve,
  loop,
});

const anyWalk = fc.record({
  keyframes: fc
    .uniqueArray(fc.integer({ min: 0, max: 1e6 }), { minLength: 2, maxLength: 8 })
    .map((seeds) => seedsOnly(...seeds)),
  curve: fc.constantFrom('linear' as const, 'cubic' as const),
  loop: fc.boolean(),
});

describe('a latent walk', () => {
  it('shows each keyframe where it stands', () => {
    fc.assert(
      fc.property(anyWalk, (given) => {
        for (const [at, { seed }] of given.keyframes.entries()) {
          const point = walkPoint(given, at);
          if (at === 0) expect(point).toEqual({ seed, blend: [] });
          else expect(point?.blend).toEqual([{ seed, weight: 1 }]);
        }
      }),
    );
  });

  it('has weights that add up to 1 everywhere', () => {
    fc.assert(
      fc.property(anyWalk, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
        const point = walkPoint(given, share * walkLength(given));
        const weights = point?.blend.map(({ weight }) => weight) ?? [];
        if (weights.length > 0) expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('goes straight between two keyframes, or round the loop', () => {
    expect(walkPoint(walk([3, 8, 9], 'linear'), 1.25)?.blend).toEqual([
      { seed: 8, weight: 0.75 },
      { seed: 9, weight: 0.25 },
    ]);
    expect(walkPoint(walk([3, 8, 9], 'linear', true), 2.5)?.blend).toEqual([
      { seed: 3, weight: 0.5 },
      { seed: 9, weight: 0.5 },
    ]);
    expect(walkPoint(walk([3, 8, 9], 'linear', true), 3)).toEqual({ seed: 3, blend: [] });
  });

  it('goes along the curve of the video', () => {
    const [, frame] = keyframeWeights(4, 2);
    expect([...keyframeWeightsAt(4, 0.5)]).toEqual([...frame]);
    const point = walkPoint(walk([5, 6, 7, 8], 'cubic', true), 0.5);
    for (const [k, seed] of [5, 6, 7, 8].entries()) {
      const weight = point?.blend.find((part) => part.seed === seed)?.weight ?? 0;
      expect(weight).toBeCloseTo(frame[k], 5);
    }
  });

  it('goes between blends as between their sums', () => {
    const half = { seed: 1, blend: [1, 2].map((seed) => ({ seed, weight: 0.5 })) };
    const keyframes = [half, ...seedsOnly(2)];
    const given = { keyframes, curve: 'linear' as const, loop: false };
    expect(walkPoint(given, 0.5)).toEqual({
      seed: 1,
      blend: [
        { seed: 1, weight: 0.25 },
        { seed: 2, weight: 0.75 },
      ],
    });
  });

  it('ends at its ends', () => {
    expect(walkPoint(walk([3, 8], 'linear'), 7)?.blend).toEqual([{ seed: 8, weight: 1 }]);
    expect(walkPoint(walk([3, 8], 'linear'), -1)).toEqual({ seed: 3, blend: [] });
    expect(walkPoint(walk([3], 'cubic', true), 5)).toEqual({ seed: 3, blend: [] });
    expect(walkPoint(walk([], 'linear'), 0)).toBeNull();
    expect(walkLength(walk([3], 'linear', true))).toBe(0);
  });
});
