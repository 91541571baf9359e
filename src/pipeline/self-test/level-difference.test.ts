import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithin, levelDifference, toleranceOf } from './level-difference.ts';

const weightsOf = (quantized: boolean) => ({
  weightsManifest: [
    {
      paths: [],
      weights: [
        {
          name: 'a',
          shape: [1],
          dtype: 'float32' as const,
          ...(quantized && {
            quantization: { dtype: 'float16' as const, original_dtype: 'float32' as const },
          }),
        },
      ],
    },
  ],
});

describe('the difference of levels', () => {
  it('is none between equal ones, and infinite between different lengths', () => {
    expect(levelDifference([1, 2], [1, 2])).toEqual({ largest: 0, mean: 0, tail: 0 });
    expect(levelDifference([1], [1, 2]).largest).toBe(Infinity);
    expect(levelDifference([], []).largest).toBe(Infinity);
  });

  it('leaves one value in a thousand out of its tail', () => {
    const made = new Array(2000).fill(100);
    for (const at of [3, 700]) made[at] = 150;
    const difference = levelDifference(made, new Array(2000).fill(100));
    expect(difference).toEqual({ largest: 50, mean: 0.05, tail: 0 });
    made[900] = 150;
    expect(levelDifference(made, new Array(2000).fill(100)).tail).toBe(50);
  });

  it('has its mean and tail within the largest', () => {
    const level = fc.integer({ min: 0, max: 255 });
    const pairs = fc.array(fc.tuple(level, level), { minLength: 1 });
    fc.assert(
      fc.property(pairs, (all) => {
        const { largest, mean, tail } = levelDifference(
          all.map(([a]) => a),
          all.map(([, b]) => b),
        );
        expect(mean).toBeLessThanOrEqual(largest);
        expect(tail).toBeLessThanOrEqual(largest);
      }),
    );
  });

  it('is held against what the stored precision allows', () => {
    const [exact, rounded] = [toleranceOf(weightsOf(false)), toleranceOf(weightsOf(true))];
    const difference = { largest: 2, mean: 0.001, tail: 2 };
    expect(isWithin(difference, exact)).toBe(false);
    expect(isWithin(difference, rounded)).toBe(true);
    expect(isWithin({ ...difference, tail: 3 }, rounded)).toBe(false);
  });
});
