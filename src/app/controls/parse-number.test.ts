import { describe, expect, it } from 'vitest';
import { parseNumber } from './parse-number.ts';

describe('parseNumber', () => {
  it('reads points, commas and typographic minus signs', () => {
    expect(parseNumber(' 0.7 ', -1, 2, 2)).toBe(0.7);
    expect(parseNumber('0,75', -1, 2, 2)).toBe(0.75);
    expect(parseNumber('\u22120.5', -1, 2, 2)).toBe(-0.5);
  });

  it('keeps to the range and the decimals', () => {
    expect(parseNumber('7', -1, 2, 2)).toBe(2);
    expect(parseNumber('-7', -1, 2, 2)).toBe(-1);
    expect(parseNumber('0.1249', 0, 1, 2)).toBe(0.12);
  });

  it('refuses what is no number', () => {
    for (const text of ['', '  ', 'abc', '1-2', 'NaN', 'Infinity']) {
      expect(parseNumber(text, 0, 10, 0)).toBeNull();
    }
  });
});
