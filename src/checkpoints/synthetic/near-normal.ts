/** Standard deviation of the sum of four random bytes. */
const BYTES_DEVIATION = Math.sqrt((4 * (256 ** 2 - 1)) / 12);
const BYTES_MEAN = 510;

function startOf(name: string): number {
  let state = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    state = Math.imul(state ^ name.charCodeAt(i), 0x01000193);
  }
  // xorshift stays at zero for ever.
  return state || 1;
}

/**
 * `count` numbers of mean 0 and the given standard deviation that look normal, the same for the same name: the sum of
 * the four bytes of each xorshift word. Millions a second, where a true normal draw takes minutes for a whole network.
 */
export function nearNormal(name: string, count: number, deviation: number): Float32Array {
  const values = new Float32Array(count);
  const factor = deviation / BYTES_DEVIATION;
  let state = startOf(name);
  for (let i = 0; i < count; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const sum = (state & 255) + ((state >> 8) & 255) + ((state >> 16) & 255) + (state >>> 24);
    values[i] = (sum - BYTES_MEAN) * factor;
  }
  return values;
}
