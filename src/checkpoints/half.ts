/** The value of an IEEE 754 half-precision number given as its 16 bits. */
export function decodeHalf(bits: number): number {
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  const sign = bits & 0x8000 ? -1 : 1;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

const floatBits = new Float32Array(1);
const integerBits = new Uint32Array(floatBits.buffer);

/** The 16 bits of the half-precision number nearest to a float32, ties to even; overflow is infinity. */
export function encodeHalf(value: number): number {
  floatBits[0] = value;
  const bits = integerBits[0];
  const sign = (bits >>> 16) & 0x8000;
  const magnitude = bits & 0x7fffffff;
  if (magnitude > 0x7f800000) return sign | 0x7e00;
  if (magnitude >= 0x477ff000) return sign | 0x7c00;
  if (magnitude < 0x38800000) {
    // Subnormal halves are multiples of 2^-24.
    const scaled = Math.abs(floatBits[0]) * 2 ** 24;
    const floor = Math.floor(scaled);
    const rest = scaled - floor;
    return sign | (floor + (rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? 1 : 0));
  }
  // The exponent's bias falls from 127 to 15; adding just under half rounds ties to even.
  const rebased = magnitude - ((127 - 15) << 23);
  return sign | ((rebased + 0xfff + ((rebased >>> 13) & 1)) >>> 13);
}

/** `encodeHalf` of a whole array: a plain loop, as `Uint16Array.from` is many times slower. */
export function encodeHalves(values: Float32Array): Uint16Array<ArrayBuffer> {
  const halves = new Uint16Array(values.length);
  for (let i = 0; i < values.length; i++) halves[i] = encodeHalf(values[i]);
  return halves;
}

let halfValues: Float32Array | null = null;

/** `decodeHalf` of a whole array into another that is at least as long, through a table of all halves. */
export function decodeHalvesInto(halves: Uint16Array, values: Float32Array): void {
  halfValues ??= Float32Array.from({ length: 0x10000 }, (_, bits) => decodeHalf(bits));
  for (let i = 0; i < halves.length; i++) values[i] = halfValues[halves[i]];
}

/** `decodeHalf` of a whole array. */
export function decodeHalves(halves: Uint16Array): Float32Array {
  const values = new Float32Array(halves.length);
  decodeHalvesInto(halves, values);
  return values;
}
