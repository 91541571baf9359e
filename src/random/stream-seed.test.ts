import { expect, it } from 'vitest';
import { RandomState } from './random-state.ts';
import { streamSeed } from './stream-seed.ts';

it('names other streams by other seeds and paths', () => {
  const seeds = new Set<number>();
  for (let seed = 0; seed < 40; seed++) {
    for (let stream = 0; stream < 40; stream++) {
      for (let property = 0; property < 4; property++) {
        seeds.add(streamSeed(seed, stream, property));
      }
    }
  }
  expect(seeds.size).toBe(40 * 40 * 4);
});

it('gives seeds that random streams take', () => {
  for (const seed of [0, 1, 2 ** 31, 2 ** 32 - 1]) {
    expect(() => new RandomState(streamSeed(seed, 65_535, 3))).not.toThrow();
  }
});
