import { describe, expect, it } from 'vitest';
import { sizeChoices } from './size-choices.ts';

const square = (side: number) => ({ width: side, height: side });

describe('sizeChoices', () => {
  it('is in proportion to the canvas', () => {
    const choices = sizeChoices({ width: 128, height: 64 }, 64, { width: 512, height: 256 });
    expect(choices[0]).toEqual({ width: 128, height: 64 });
    expect(choices).toContainEqual({ width: 512, height: 256 });
    expect(choices.every(({ width, height }) => width === 2 * height)).toBe(true);
    expect(choices).toHaveLength(12);
  });

  it('has the present size once, in its place', () => {
    expect(sizeChoices(square(64), 64, square(256))).toHaveLength(12);
    const choices = sizeChoices(square(64), 64, { width: 300, height: 200 });
    expect(choices.slice(2, 5)).toEqual([square(192), { width: 300, height: 200 }, square(256)]);
  });

  it('offers nothing that recipes do not have', () => {
    const widths = sizeChoices({ width: 2048, height: 64 }, 64, square(64)).map((c) => c.width);
    expect(Math.max(...widths)).toBeLessThanOrEqual(16_384);
  });
});
