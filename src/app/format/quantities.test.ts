import { describe, expect, it } from 'vitest';
import { formatBytes, formatMilliseconds, formatNumber, roundDuration } from './quantities.ts';

describe('quantities', () => {
  it('scales bytes and never shows 1000 of a unit', () => {
    expect(formatBytes(0, 'en')).toBe('0 B');
    expect(formatBytes(512, 'en')).toBe('512 B');
    expect(formatBytes(999_600, 'en')).toBe('1.0 MB');
    expect(formatBytes(2_835_000, 'en')).toBe('2.8 MB');
    expect(formatBytes(212_400_000, 'en')).toBe('212 MB');
    expect(formatBytes(3.2e12, 'en')).toBe('3.2 TB');
  });

  it('groups thousands', () => {
    expect(formatNumber(1284, 'en')).toBe('1,284');
    expect(formatNumber(0.7134, 'zh-CN', 2)).toBe('0.71');
  });

  it('goes from milliseconds to seconds', () => {
    expect(formatMilliseconds(38.4, 'en')).toBe('38 ms');
    expect(formatMilliseconds(999.7, 'en')).toBe('1.0 s');
    expect(formatMilliseconds(14_200, 'en')).toBe('14 s');
  });

  it('rounds a duration to a readable unit', () => {
    expect(roundDuration(0.2)).toEqual({ unit: 'seconds', n: 1 });
    expect(roundDuration(89)).toEqual({ unit: 'seconds', n: 89 });
    expect(roundDuration(200)).toEqual({ unit: 'minutes', n: 3 });
    expect(roundDuration(3 * 3600 + 700)).toEqual({ unit: 'hours', n: 3.2 });
  });
});
