const LENGTH = 624;
const MIDDLE = 397;
const UPPER_BIT = 0x80000000;
const LOWER_BITS = 0x7fffffff;

function fillState(key: Uint32Array, seed: number): void {
  key[0] = seed;
  for (let i = 1; i < LENGTH; i++) {
    const previous = key[i - 1] ^ (key[i - 1] >>> 30);
    key[i] = Math.imul(1812433253, previous) + i;
  }
}

/** `init_by_array`: every number of the seed changes the whole state. */
function fillStateFromArray(key: Uint32Array, seed: readonly number[]): void {
  fillState(key, 19650218);
  const previous = (i: number) => key[i - 1] ^ (key[i - 1] >>> 30);
  let i = 1;
  const step = () => {
    i++;
    if (i < LENGTH) return;
    key[0] = key[LENGTH - 1];
    i = 1;
  };
  for (let k = 0; k < Math.max(LENGTH, seed.length); k++) {
    const j = k % seed.length;
    key[i] = (key[i] ^ Math.imul(previous(i), 1664525)) + seed[j] + j;
    step();
  }
  for (let k = 1; k < LENGTH; k++) {
    key[i] = (key[i] ^ Math.imul(previous(i), 1566083941)) - i;
    step();
  }
  key[0] = UPPER_BIT;
}

function advance(key: Uint32Array): void {
  for (let i = 0; i < LENGTH; i++) {
    const mixed = (key[i] & UPPER_BIT) | (key[(i + 1) % LENGTH] & LOWER_BITS);
    key[i] = key[(i + MIDDLE) % LENGTH] ^ (mixed >>> 1) ^ (mixed & 1 ? 0x9908b0df : 0);
  }
}

/**
 * The MT19937 stream of 32-bit unsigned integers of `seed` (Matsumoto and Nishimura 1998), seeded the way
 * NumPy's `RandomState(seed)` is: by `init_genrand` from one number, by `init_by_array` from several.
 */
export function mersenneTwister(seed: number | readonly number[]): () => number {
  const key = new Uint32Array(LENGTH);
  if (typeof seed === 'number') fillState(key, seed);
  else fillStateFromArray(key, seed);
  let position = LENGTH;
  return () => {
    if (position === LENGTH) {
      advance(key);
      position = 0;
    }
    let word = key[position++];
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    word ^= word >>> 18;
    return word >>> 0;
  };
}
