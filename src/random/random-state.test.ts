import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CytoForgeError } from '../errors.ts';
import { latentFromSeed, RandomState } from './random-state.ts';

/** Made with NumPy 1.24: the same calls on `numpy.random.RandomState`, in this order. */
interface NumpyDraws {
  randn5: number[];
  rand3: number[];
  randn4: number[];
  uniform: number[];
  normal: number[];
  randint10: number[];
  one: number;
  byte: number[];
  word: number[];
  wide: number[];
  permutation: number[];
  shuffle: number[];
  choice: number[];
  choiceWithout: number[];
  after: number;
  late: number;
}

const fixture = new URL('./fixtures/numpy-random-state.json', import.meta.url);
const draws: Record<string, NumpyDraws> = JSON.parse(readFileSync(fixture, 'utf8'));

function expectWithinTwoUlp(actual: ArrayLike<number>, expected: number[]): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) {
    expect(Math.abs(actual[i] - expected[i])).toBeLessThanOrEqual(
      2 * Number.EPSILON * Math.abs(expected[i]),
    );
  }
}

describe('RandomState', () => {
  it.each(Object.keys(draws))('gives what NumPy gives for seed %s', (seed) => {
    const expected = draws[seed];
    const state = new RandomState(Number(seed));
    expectWithinTwoUlp(state.randn(5), expected.randn5);
    expect([...state.rand(3)]).toEqual(expected.rand3);
    expectWithinTwoUlp(state.randn(4), expected.randn4);
    expect([...state.uniform(-2, 3, 4)]).toEqual(expected.uniform);
    expectWithinTwoUlp(state.normal(1.5, 2, 3), expected.normal);
    expect(state.randint(0, 10, 12)).toEqual(expected.randint10);
    expect(state.randint(5, 6)).toBe(expected.one);
    expect(state.randint(-128, 128, 8)).toEqual(expected.byte);
    expect(state.randint(0, 2 ** 32, 4)).toEqual(expected.word);
    expect(state.randint(-5, 2 ** 40, 4)).toEqual(expected.wide);
    expect(state.permutation(17)).toEqual(expected.permutation);
    const shuffled = Array.from({ length: 12 }, (_, i) => i);
    state.shuffle(shuffled);
    expect(shuffled).toEqual(expected.shuffle);
    expect(state.choice(20, 6)).toEqual(expected.choice);
    expect(state.choice(20, 6, { replace: false })).toEqual(expected.choiceWithout);
    expect(state.rand()).toBe(expected.after);
    state.rand(700);
    expect(state.rand()).toBe(expected.late);
  });

  it.each([-1, 2 ** 32, 0.5, Number.NaN])('refuses the seed %s', (seed) => {
    expect(() => new RandomState(seed)).toThrow(CytoForgeError);
  });

  it.each([
    [
      [1, 2, 3],
      [0.6098612722867289, 0.8866970434146851, 0.47633673750662764],
    ],
    [Array.from({ length: 700 }, (_, i) => i), [0.867898393018711, 0.9148838731573538]],
    [[5], [0.6229016948897019]],
  ])('takes several numbers for a seed, as NumPy does', (seed, expected) => {
    expect([...new RandomState(seed).rand(expected.length)]).toEqual(expected);
  });

  it('refuses an empty range and too large a choice', () => {
    expect(() => new RandomState(0).randint(3, 3)).toThrow(CytoForgeError);
    expect(() => new RandomState(0).choice(3, 4, { replace: false })).toThrow(CytoForgeError);
    expect(() => new RandomState(0).rand(-1)).toThrow(CytoForgeError);
  });

  it('stays inside any range', () => {
    const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
    fc.assert(
      fc.property(seeds, fc.maxSafeInteger(), fc.nat(2 ** 45), (seed, low, width) => {
        fc.pre(Number.isSafeInteger(low + width));
        const value = new RandomState(seed).randint(low, low + width + 1);
        return value >= low && value <= low + width;
      }),
    );
  });
});

describe('latentFromSeed', () => {
  it('is the z of the official scripts', () => {
    const z = latentFromSeed(600, 64);
    expect(z.length).toBe(64);
    expectWithinTwoUlp(z.slice(0, 2), [0.04527855593816062, -0.4992667462316012]);
  });
});
