import { describe, expect, it } from 'vitest';
import { formatDifference, formatScore } from './format-score.ts';

describe('formatScore', () => {
  it('gives three decimals, and a dash for what is not there', () => {
    expect(formatScore(0.5, 'en')).toBe('0.500');
    expect(formatScore(1, 'zh-CN', 2)).toBe('1.00');
    expect([formatScore(null, 'en'), formatScore(Number.NaN, 'en')]).toEqual(['–', '–']);
  });
});

describe('formatDifference', () => {
  it('says the sign, but of nothing', () => {
    expect(formatDifference(0.0312, 'en')).toBe('+0.031');
    expect(formatDifference(-0.2, 'en')).toBe('−0.200');
    expect([formatDifference(-0.0001, 'en'), formatDifference(0, 'en')]).toEqual([
      '0.000',
      '0.000',
    ]);
    expect(formatDifference(null, 'en')).toBe('–');
  });
});
