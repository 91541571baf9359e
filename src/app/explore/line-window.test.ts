import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInside, MOST_LINES, windowAround } from './line-window.ts';

const totals = fc.integer({ min: 1, max: 2 ** 32 });

describe('a window of lines', () => {
  it('is of bounded size, holds the line it was asked for, and has room around it', () => {
    fc.assert(
      fc.property(totals, fc.double({ min: 0, max: 1, noNaN: true }), (total, share) => {
        const line = Math.min(total - 1, Math.floor(share * total));
        const { first, count } = windowAround(line, total);
        expect(count).toBeLessThanOrEqual(MOST_LINES);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(first + count).toBeLessThanOrEqual(total);
        expect(isInside({ first, count }, line, total)).toBe(true);
      }),
    );
  });

  it('is left before its end is seen, but not at the ends of everything', () => {
    const total = 2 ** 32;
    const { first, count } = windowAround(2_000_000, total);
    expect(isInside({ first, count }, first + 10, total)).toBe(false);
    expect(isInside({ first, count }, first + count - 10, total)).toBe(false);
    expect(isInside({ first, count }, first - 1, total)).toBe(false);
    expect(isInside(windowAround(0, total), 0, total)).toBe(true);
    expect(isInside(windowAround(total - 1, total), total - 1, total)).toBe(true);
    expect(windowAround(30, 60)).toEqual({ first: 0, count: 60 });
  });
});
