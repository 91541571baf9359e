import { describe, expect, it } from 'vitest';
import { countSeeds, estimateBytes, zipFileName } from './estimate.ts';

describe('what an export will be', () => {
  it('counts seeds and tells a wrong text from too many', () => {
    expect(countSeeds('1-100,205')).toEqual({ count: 101, problem: null });
    expect(countSeeds('7-3')).toMatchObject({ count: 0, problem: 'invalid', found: '7-3' });
    expect(countSeeds('0-100000')).toMatchObject({ count: 0, problem: 'too-many' });
    expect(countSeeds('')).toMatchObject({ problem: 'invalid' });
  });

  it('grows with samples and pixels, and with images', () => {
    const size = { width: 256, height: 256, resampling: 'bicubic' as const };
    const masks = estimateBytes(10, size, false);
    expect(estimateBytes(20, size, false)).toBe(2 * masks);
    expect(estimateBytes(10, size, true)).toBeGreaterThan(3 * masks);
  });

  it('makes a safe file name', () => {
    expect(zipFileName('nuclei')).toBe('nuclei.zip');
    expect(zipFileName(' nuclei.ZIP ')).toBe('nuclei.zip');
    expect(zipFileName('../a:b')).toBe('-a-b.zip');
    expect(zipFileName('  ')).toBe('');
  });
});
