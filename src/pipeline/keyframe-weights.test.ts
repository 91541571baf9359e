import { describe, expect, it } from 'vitest';
import scipy from './fixtures/scipy-keyframe-weights.json' with { type: 'json' };
import { keyframeWeights } from './keyframe-weights.ts';

describe('keyframeWeights', () => {
  it.each(scipy)(
    'gives scipy’s cubic interpolation of $keyframes keyframes',
    ({ keyframes, framesPerKeyframe, weights }) => {
      const frames = keyframeWeights(keyframes, framesPerKeyframe);
      expect(frames).toHaveLength(weights.length);
      for (const [at, expected] of weights.entries()) {
        const differences = expected.map((weight, k) => Math.abs(weight - frames[at][k]));
        // Weights below 2^-30 are left out.
        expect(Math.max(...differences)).toBeLessThan(1e-9);
      }
    },
  );

  it('shows a keyframe alone where it stands, and weights that add up to 1 between them', () => {
    const frames = keyframeWeights(60, 4);
    for (const [at, weights] of frames.entries()) {
      const sum = weights.reduce((total, weight) => total + weight, 0);
      expect(sum).toBeCloseTo(1, 8);
      if (at % 4 === 0) {
        expect([...weights]).toEqual(Array.from({ length: 60 }, (_, k) => (k === at / 4 ? 1 : 0)));
      }
    }
    expect(frames[1].filter((weight) => weight !== 0).length).toBeLessThan(40);
  });

  it('loops: the frames of a shifted start are the same frames', () => {
    const frames = keyframeWeights(6, 5);
    for (const [at, weights] of frames.entries()) {
      const later = frames[(at + 5) % frames.length];
      const differences = Array.from(weights, (weight, k) => Math.abs(weight - later[(k + 1) % 6]));
      // The ends of the spline, two loops away, are felt a little.
      expect(Math.max(...differences)).toBeLessThan(1e-6);
    }
  });
});
