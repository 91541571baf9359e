import { expect, it } from 'vitest';
import { floodBasins } from './flood-basins.ts';

const RIDGE = Float32Array.of(1, 5, 2, 3, 1, 9, 1, 0);
const INSIDE = Uint8Array.of(1, 1, 1, 1, 1, 1, 1, 0);

function hillsFor(depth: number): number[][] {
  const hills = floodBasins(RIDGE, INSIDE, RIDGE.length, (peak, saddle) => peak - saddle < depth);
  const groups = new Map<number, number[]>();
  for (const [i, hill] of hills.entries()) {
    if (hill >= 0) groups.set(hill, [...(groups.get(hill) ?? []), i]);
  }
  return [...groups.values()];
}

it('keeps every peak that stands out at all', () => {
  expect(hillsFor(0.5).map((hill) => hill.length)).toHaveLength(3);
});

it('joins a peak to the hill behind its highest saddle', () => {
  expect(hillsFor(2)).toContainEqual([0, 1, 2, 3]);
});

it('makes one hill when no saddle is deep enough', () => {
  expect(hillsFor(10)).toEqual([[0, 1, 2, 3, 4, 5, 6]]);
});
