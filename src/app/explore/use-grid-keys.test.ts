import { describe, expect, it } from 'vitest';
import { placeInGrid } from './use-grid-keys.ts';

describe('placeInGrid', () => {
  it('goes a row up or down in its column', () => {
    expect(placeInGrid(12, 1, 10, 100)).toBe(22);
    expect(placeInGrid(12, -1, 10, 100)).toBe(2);
    expect(placeInGrid(12, 5, 10, 2 ** 32)).toBe(62);
  });

  it('stays within the seeds', () => {
    expect(placeInGrid(2, -1, 10, 100)).toBe(2);
    expect(placeInGrid(32, -5, 10, 100)).toBe(2);
    expect(placeInGrid(92, 1, 10, 95)).toBe(92);
    expect(placeInGrid(88, 1, 10, 95)).toBe(94);
    expect(placeInGrid(2 ** 32 - 3, 5, 10, 2 ** 32)).toBe(2 ** 32 - 3);
  });

  it('begins at the first seed when the one in view is not among them', () => {
    expect(placeInGrid(-1, 1, 10, 100)).toBe(0);
  });
});
