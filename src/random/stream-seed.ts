/** Spreads every bit over all others (the finisher of MurmurHash3, which is a bijection of 32 bits). */
function spread(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * Seed of one of several random streams that have nothing to do with one another: what one of them draws does not
 * depend on how much the others do.
 * @param seed Of them all, a whole number in `[0, 2^32 - 1]`.
 * @param path Which one, e.g. a cluster's number and the property that is drawn.
 */
export function streamSeed(seed: number, ...path: number[]): number {
  return path.reduce((mixed, part) => spread((mixed ^ spread(part + 0x9e3779b9)) >>> 0), seed);
}
