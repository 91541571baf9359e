import { describe, expect, it } from 'vitest';
import { decodeHalf, encodeHalf } from './half.ts';

describe('half precision', () => {
  it('returns every half number to its own bits', () => {
    for (let bits = 0; bits < 0x10000; bits++) {
      const value = decodeHalf(bits);
      if (Number.isNaN(value)) expect(Number.isNaN(decodeHalf(encodeHalf(value)))).toBe(true);
      else if (encodeHalf(value) !== bits) expect.fail(`0x${bits.toString(16)}`);
    }
  });

  it.each([
    [1 + 2 ** -11, 1],
    [1 + 3 * 2 ** -11, 1 + 2 ** -9],
    [1 + 2 ** -11 + 2 ** -20, 1 + 2 ** -10],
    [65519, 65504],
    [65520, Number.POSITIVE_INFINITY],
    [2 ** -25, 0],
    [3 * 2 ** -25, 2 ** -23],
    [2 ** -25 + 2 ** -40, 2 ** -24],
    [2 ** -14 - 2 ** -26, 2 ** -14],
    [-0.1, -0.0999755859375],
  ])('rounds %d to %d', (value, rounded) => {
    expect(decodeHalf(encodeHalf(value))).toBe(rounded);
  });
});
