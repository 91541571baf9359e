import { CytoForgeError } from '../errors.ts';
import { mersenneTwister } from './mersenne-twister.ts';

const TWO_TO_32 = 2 ** 32;

function badOption(message: string, found: string, expected: string): CytoForgeError {
  return new CytoForgeError('bad-option', message, { found, expected });
}

function checkCount(count: number): void {
  if (!Number.isInteger(count) || count < 0) {
    throw badOption('A number of draws is not usable.', String(count), 'a whole number, 0 or more');
  }
}

function isSeed(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < TWO_TO_32;
}

/** Smallest `2^n - 1` that is at least `largest`; a multiplication, as shifts end at 32 bits. */
function bitMask(largest: number): number {
  let mask = 1;
  while (mask - 1 < largest) mask *= 2;
  return mask - 1;
}

/**
 * NumPy's legacy generator `numpy.random.RandomState(seed)`: the same seed gives the same draws in the same
 * order. Integers, uniforms and permutations are equal to the bit; normal values may differ in the last
 * place or two, where the platform's `log` differs.
 */
export class RandomState {
  readonly #nextWord: () => number;
  #keptNormal: number | null = null;

  /**
   * @param seed A whole number in `[0, 2^32 - 1]`, or one or more of them.
   * @throws CytoForgeError `bad-option` for any other seed.
   */
  constructor(seed: number | readonly number[]) {
    const parts = typeof seed === 'number' ? [seed] : seed;
    if (parts.length === 0 || !parts.every(isSeed)) {
      throw badOption('The seed is not usable.', String(seed), 'a whole number, 0 to 4294967295');
    }
    this.#nextWord = mersenneTwister(seed);
  }

  #nextDouble(): number {
    const high = this.#nextWord() >>> 5;
    const low = this.#nextWord() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  #nextNormal(): number {
    if (this.#keptNormal !== null) {
      const kept = this.#keptNormal;
      this.#keptNormal = null;
      return kept;
    }
    let first: number;
    let second: number;
    let squared: number;
    do {
      first = 2 * this.#nextDouble() - 1;
      second = 2 * this.#nextDouble() - 1;
      squared = first * first + second * second;
    } while (squared >= 1 || squared === 0);
    const factor = Math.sqrt((-2 * Math.log(squared)) / squared);
    this.#keptNormal = factor * first;
    return factor * second;
  }

  /** A whole number in `[0, largest]` by masked rejection; one word a try, two above 32 bits. */
  #nextUpTo(largest: number): number {
    if (largest === 0) return 0;
    const mask = bitMask(largest);
    for (;;) {
      let value: number;
      if (largest < TWO_TO_32) {
        value = (this.#nextWord() & mask) >>> 0;
      } else {
        const high = (this.#nextWord() & Math.floor(mask / TWO_TO_32)) >>> 0;
        value = high * TWO_TO_32 + this.#nextWord();
      }
      if (value <= largest) return value;
    }
  }

  #draw(count: number | undefined, next: () => number): number | Float64Array {
    if (count === undefined) return next();
    checkCount(count);
    return Float64Array.from({ length: count }, next);
  }

  /** Uniform in `[0, 1)` with 53 bits: one value, or `count` of them in C order. */
  rand(): number;
  rand(count: number): Float64Array;
  rand(count?: number): number | Float64Array {
    return this.#draw(count, () => this.#nextDouble());
  }

  /** Uniform in `[low, high)`: one value, or `count` of them. */
  uniform(low: number, high: number): number;
  uniform(low: number, high: number, count: number): Float64Array;
  uniform(low: number, high: number, count?: number): number | Float64Array {
    const range = high - low;
    return this.#draw(count, () => low + range * this.#nextDouble());
  }

  /**
   * Standard normal by the polar method: one value, or `count` of them in C order. Each pair of uniforms
   * gives two values; the second is kept for the next call, whatever is drawn in between.
   */
  randn(): number;
  randn(count: number): Float64Array;
  randn(count?: number): number | Float64Array {
    return this.#draw(count, () => this.#nextNormal());
  }

  /** Normal with the given mean and standard deviation: one value, or `count` of them. */
  normal(mean: number, deviation: number): number;
  normal(mean: number, deviation: number, count: number): Float64Array;
  normal(mean: number, deviation: number, count?: number): number | Float64Array {
    return this.#draw(count, () => mean + deviation * this.#nextNormal());
  }

  /**
   * Whole numbers in `[low, high)`: one, or `count` of them (NumPy's default 64-bit `randint`). A range of
   * one value draws nothing from the stream.
   * @throws CytoForgeError `bad-option` when the range is empty, not whole or wider than 2^53.
   */
  randint(low: number, high: number): number;
  randint(low: number, high: number, count: number): number[];
  randint(low: number, high: number, count?: number): number | number[] {
    const largest = high - 1 - low;
    if (!Number.isSafeInteger(low) || !Number.isSafeInteger(largest) || largest < 0) {
      throw badOption('The range is empty.', `[${low}, ${high})`, 'whole numbers with low < high');
    }
    if (count === undefined) return low + this.#nextUpTo(largest);
    checkCount(count);
    return Array.from({ length: count }, () => low + this.#nextUpTo(largest));
  }

  /** Puts `values` in random order, in place. */
  shuffle(values: number[]): void {
    for (let i = values.length - 1; i > 0; i--) {
      const j = this.#nextUpTo(i);
      const held = values[i];
      values[i] = values[j];
      values[j] = held;
    }
  }

  /** The numbers `0 … count - 1` in random order. */
  permutation(count: number): number[] {
    checkCount(count);
    const values = Array.from({ length: count }, (_, i) => i);
    this.shuffle(values);
    return values;
  }

  /**
   * `count` of the numbers `0 … population - 1`, all equally likely, with or without putting back.
   * @throws CytoForgeError `bad-option` when there are too few to choose from.
   */
  choice(population: number, count: number, options: { replace?: boolean } = {}): number[] {
    const { replace = true } = options;
    if (replace && count > 0) return this.randint(0, population, count);
    if (count > population) {
      throw badOption(
        'More numbers are wanted than there are.',
        `${count} of ${population}`,
        `at most ${population}, or with replacement`,
      );
    }
    return this.permutation(population).slice(0, count);
  }
}

/**
 * The latent vector z of a seed, `[zDim]`, as every official StyleGAN script makes it:
 * `RandomState(seed).randn(1, zDim)`. The mapping network casts it to float32.
 */
export function latentFromSeed(seed: number, zDim: number): Float64Array {
  return new RandomState(seed).randn(zDim);
}
