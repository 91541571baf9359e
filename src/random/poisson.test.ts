import { describe, expect, it } from 'vitest';
import { logGamma } from './log-gamma.ts';
import { poisson } from './poisson.ts';
import { RandomState } from './random-state.ts';

const MEANS = [0.3, 4, 9.99, 10, 37.5, 1000, 2e6];

/** Made with NumPy 2.4: eight draws of `RandomState(seed).poisson` of each mean, and one of `rand` after them. */
const NUMPY: Record<number, { draws: number[][]; after: number }> = {
  0: {
    draws: [
      [0, 0, 0, 0, 0, 0, 0, 2],
      [4, 1, 8, 4, 3, 7, 3, 2],
      [9, 7, 9, 7, 9, 4, 15, 12],
      [11, 6, 11, 11, 11, 15, 9, 13],
      [30, 44, 36, 41, 42, 38, 31, 43],
      [986, 1019, 965, 1007, 1061, 1003, 1022, 991],
      [2001021, 1998811, 1997065, 1999219, 1999505, 2000741, 2000145, 2000670],
    ],
    after: 0.02065099946572868,
  },
  42: {
    draws: [
      [0, 1, 0, 0, 0, 0, 1, 0],
      [2, 2, 4, 2, 5, 2, 5, 3],
      [14, 8, 6, 9, 14, 7, 10, 10],
      [10, 7, 8, 12, 7, 8, 10, 8],
      [32, 32, 42, 42, 40, 38, 44, 31],
      [1008, 973, 966, 990, 960, 955, 1042, 1015],
      [2000220, 1998886, 2002108, 2000541, 1999384, 2002107, 2001227, 1997634],
    ],
    after: 0.8985541885270792,
  },
};

describe('poisson', () => {
  it.each([0, 42])('gives what NumPy gives for seed %s', (seed) => {
    const state = new RandomState(seed);
    const draws = MEANS.map((mean) => Array.from({ length: 8 }, () => poisson(state, mean)));
    expect(draws).toEqual(NUMPY[seed].draws);
    expect(state.rand()).toBe(NUMPY[seed].after);
  });

  it('draws nothing from the stream for a mean of 0', () => {
    const state = new RandomState(3);
    expect(poisson(state, 0)).toBe(0);
    expect(state.rand()).toBe(new RandomState(3).rand());
  });

  it.each([0.5, 5, 20, 400])('has mean and variance %s', (mean) => {
    const state = new RandomState(1);
    const count = 20_000;
    const draws = Array.from({ length: count }, () => poisson(state, mean));
    const average = draws.reduce((sum, draw) => sum + draw, 0) / count;
    const variance = draws.reduce((sum, draw) => sum + (draw - average) ** 2, 0) / count;
    // Five standard errors of each.
    expect(Math.abs(average - mean)).toBeLessThan(5 * Math.sqrt(mean / count));
    const ofVariance = Math.sqrt((mean + 2 * mean * mean) / count);
    expect(Math.abs(variance - mean)).toBeLessThan(5 * ofVariance);
  });
});

it('logGamma gives what SciPy gives', () => {
  const known = [
    [0.5, 0.5723649429247],
    [1, 0],
    [2.5, 0.2846828704729192],
    [7, 6.579251212010101],
    [11, 15.104412573075516],
    [1e6, 12815504.569147611],
  ];
  for (const [x, expected] of known) {
    expect(Math.abs(logGamma(x) - expected)).toBeLessThanOrEqual(
      1e-14 * Math.max(1, expected) * 10,
    );
  }
});
